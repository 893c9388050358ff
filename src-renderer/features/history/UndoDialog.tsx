import type { Job } from '../../../src-main/contract/jobs.ts'
import { text } from '../../text/text.ts'
import { useAskedUndo } from '../../ui/jobs/use-asked-undo.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'

const words = text.history.undoing

/** An action on many contacts, taken back as a whole. */
export function UndoDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const undo = useAskedUndo(onClose)
  return (
    <DialogFrame
      title={words.title(job.title)}
      onClose={onClose}
      act={words.act}
      keep={words.keep}
      pending={undo.isPending}
      error={undo.error}
      onAct={() => undo.mutate({ id: job.id })}
    >
      <p>{words.lost}</p>
    </DialogFrame>
  )
}
