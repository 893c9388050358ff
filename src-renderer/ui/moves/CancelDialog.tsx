import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useCampaignLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from './DialogFrame.tsx'
import { dialogTitle, type MoveDialogProps } from './dialog.ts'
import { useAskedAct } from './use-move.ts'

export function CancelDialog({ asked, onClose }: MoveDialogProps) {
  const calls = useCampaignLive(asked.id, live => live?.campaign.activeCalls ?? 0)
  const waiting = useCampaignLive(asked.id, live => live?.figures.remaining ?? 0)
  const [hangUp, setHangUp] = useState(false)
  const { act, pending, error } = useAskedAct(asked, 'cancel', onClose)
  const words = text.moves.cancel
  return (
    <DialogFrame
      title={dialogTitle(asked)}
      onClose={onClose}
      act={words.act}
      danger
      keep={words.keep}
      pending={pending}
      error={error}
      onAct={() => act(hangUp)}
    >
      <p>{words.lost(waiting)}</p>
      {calls > 0 && (
        <SegmentedControl
          aria-label={words.callsNow(calls)}
          value={hangUp ? 'now' : 'finish'}
          onChange={value => setHangUp(value === 'now')}
          data={[
            { value: 'finish', label: words.letFinish(calls) },
            { value: 'now', label: words.hangUp(calls) },
          ]}
        />
      )}
    </DialogFrame>
  )
}
