import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { memo } from 'react'
import type { ActiveCall } from '../../../src-main/contract/campaigns.ts'
import { text } from '../../text/text.ts'
import { useKeys } from '../use-keys.ts'
import { hangUp, useIsSure } from './hang-up.ts'
import classes from './row-act.module.css'

const words = text.calls

interface HangUpProps {
  readonly call: ActiveCall['call']
  /** Name or number. */
  readonly name: string
}

/** In a row: seen while the row is pointed at or has the focus. */
export const RowHangUp = memo(function RowHangUp({ call, name }: HangUpProps) {
  const sure = useIsSure(call)
  return (
    <Tooltip label={sure ? words.hangUpSure : words.hangUp}>
      <ActionIcon
        size="sm"
        aria-label={sure ? words.hangUpSureOf(name) : words.hangUpOf(name)}
        className={sure ? classes.sure : `${classes.act} ${classes.hangUp}`}
        onClick={() => void hangUp(call, name)}
      >
        <IconPhoneOff size={14} />
      </ActionIcon>
    </Tooltip>
  )
})

/** At the head of the call's own page. */
export function HangUpButton({ call, name }: HangUpProps) {
  const sure = useIsSure(call)
  useKeys({ h: () => void hangUp(call, name) })
  return (
    <Button
      leftSection={<IconPhoneOff size={14} />}
      aria-label={sure ? words.hangUpSureOf(name) : words.hangUpOf(name)}
      className={sure ? (classes.sure ?? '') : ''}
      onClick={() => void hangUp(call, name)}
    >
      {sure ? words.hangUpSure : words.hangUp}
    </Button>
  )
}
