import { useCampaignLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from './DialogFrame.tsx'
import { dialogTitle, type MoveDialogProps } from './dialog.ts'
import { useAskedAct } from './use-move.ts'

/** The calls that a draining campaign waits for. */
export function HangUpDialog({ asked, onClose }: MoveDialogProps) {
  const calls = useCampaignLive(asked.id, live => live?.campaign.activeCalls ?? 0)
  const { act, pending, error } = useAskedAct(asked, 'hang_up', onClose)
  const words = text.moves.hangUp
  return (
    <DialogFrame
      title={dialogTitle(asked)}
      onClose={onClose}
      act={words.act(calls)}
      danger
      keep={words.keep}
      pending={pending}
      error={error}
      onAct={() => act()}
    >
      <p>{words.lost(calls)}</p>
    </DialogFrame>
  )
}
