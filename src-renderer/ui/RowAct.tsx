import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './RowAct.module.css'

interface RowActProps {
  readonly label: string
  /** The same with the row's name, for readers. */
  readonly named: string
  readonly disabled?: boolean
  readonly onAct: () => void
  /** Its icon. */
  readonly children: ReactNode
}

/** An act of a row: seen where the row is pointed at or has the focus, in the room kept for it. */
export const RowAct = ({ label, named, disabled = false, onAct, children }: RowActProps) => (
  <Tooltip label={label}>
    <ActionIcon
      size="sm"
      className={classes.act ?? ''}
      aria-label={named}
      disabled={disabled}
      onClick={onAct}
    >
      {children}
    </ActionIcon>
  </Tooltip>
)
