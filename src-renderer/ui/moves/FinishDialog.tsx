import { useCampaignLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from './DialogFrame.tsx'
import { dialogTitle, type MoveDialogProps } from './dialog.ts'
import { useAskedAct } from './use-move.ts'

export function FinishDialog({ asked, onClose }: MoveDialogProps) {
  const waiting = useCampaignLive(asked.id, live => live?.figures.remaining ?? 0)
  const { act, pending, error } = useAskedAct(asked, 'finish', onClose)
  return (
    <DialogFrame
      title={dialogTitle(asked)}
      onClose={onClose}
      act={text.moves.finish.act}
      pending={pending}
      error={error}
      onAct={() => act()}
    >
      <p>{text.moves.finish.lost(waiting)}</p>
    </DialogFrame>
  )
}
