import { useMutation } from '@tanstack/react-query'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { useTellJobEnd } from '../../ui/jobs/use-job-ends.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'

const words = text.history.undoing

/** An action on many contacts, taken back as a whole. */
export function UndoDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const tell = useTellJobEnd()
  const undo = useMutation(
    api.jobs.undo.mutationOptions({
      onSuccess: started => {
        tell(started)
        onClose()
      },
    }),
  )
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
