import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconHeadphones, IconHeadphonesOff } from '@tabler/icons-react'
import { memo } from 'react'
import type { ActiveCall } from '../../../src-main/contract/campaigns.ts'
import { text } from '../../text/text.ts'
import classes from '../calls/row-act.module.css'
import { useKeys } from '../use-keys.ts'
import { listenTo, stopListening, useListening } from './listening.ts'

const words = text.listen

export interface Listenable {
  readonly call: ActiveCall['call']
  /** Name or number. */
  readonly name: string
  readonly answered: boolean
}

/** Begins to listen, or stops where this call is listened to. */
export function toggleListening({ call, name, answered }: Listenable) {
  const now = useListening.getState()
  if (now.is !== 'nothing' && now.call === call) stopListening()
  else if (answered) void listenTo(call, name)
}

const useIsHeard = (call: ActiveCall['call']) =>
  useListening(state => state.is !== 'nothing' && state.call === call)

/** In a row: seen while the row is pointed at, has the focus, or is listened to. */
export const RowListen = memo(function RowListen(of: Listenable) {
  const isHeard = useIsHeard(of.call)
  const can = of.answered || isHeard
  return (
    <Tooltip label={isHeard ? words.stop : can ? words.act : words.later}>
      <ActionIcon
        size="sm"
        className={isHeard ? '' : (classes.act ?? '')}
        aria-label={isHeard ? words.stopOf(of.name) : words.actOf(of.name)}
        aria-pressed={isHeard}
        aria-disabled={!can}
        {...(!can && { 'data-disabled': true })}
        onClick={() => toggleListening(of)}
      >
        <IconHeadphones size={14} />
      </ActionIcon>
    </Tooltip>
  )
})

/** At the head of the call's own page. */
export function ListenButton(of: Listenable) {
  const isHeard = useIsHeard(of.call)
  const Icon = isHeard ? IconHeadphonesOff : IconHeadphones
  useKeys({ m: () => toggleListening(of) })
  return (
    <Button
      leftSection={<Icon size={14} />}
      aria-label={isHeard ? words.stopOf(of.name) : words.actOf(of.name)}
      disabled={!of.answered && !isHeard}
      onClick={() => toggleListening(of)}
    >
      {isHeard ? words.stop : words.act}
    </Button>
  )
}
