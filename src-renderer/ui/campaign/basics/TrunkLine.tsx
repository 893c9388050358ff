import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { TrunkRow } from '../../../../src-main/contract/lines.ts'
import { text } from '../../../text/text.ts'
import { healthText } from '../../lines/health.ts'
import { StatusGlyph } from '../../StatusGlyph.tsx'
import classes from './TrunkGroup.module.css'

const words = text.settings.basics

interface TrunkLineProps {
  /** Absent while the trunks are loaded. */
  readonly trunk: TrunkRow | undefined
  /** From 0. */
  readonly place: number
  readonly of: number
  readonly disabled: boolean
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

/** One trunk of the group, with its state. */
export function TrunkLine({ trunk, place, of, disabled, onMove, onRemove }: TrunkLineProps) {
  if (!trunk) return null
  const { name, practice } = trunk
  return (
    <li className={classes.row}>
      {of > 1 && <span className={classes.place}>{place + 1}</span>}
      <StatusGlyph
        {...(practice ? { shape: 'disc-tick', hue: 'green' } : { shape: 'triangle', hue: 'yellow' })}
      />
      <span className={classes.who}>
        <span className={classes.name}>{name}</span>
        <span className={classes.state}>
          {practice ? words.practice : `${words.real} ${healthText(trunk)}`}
        </span>
      </span>
      {of > 1 && (
        <>
          <ActionIcon
            size="sm"
            aria-label={words.trunkUp(name)}
            disabled={disabled || place === 0}
            onClick={() => onMove(place - 1)}
          >
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={words.trunkDown(name)}
            disabled={disabled || place === of - 1}
            onClick={() => onMove(place + 1)}
          >
            <IconArrowDown size={14} />
          </ActionIcon>
        </>
      )}
      <ActionIcon size="sm" aria-label={words.trunkOut(name)} disabled={disabled} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </li>
  )
}
