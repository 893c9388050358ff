import type { Job } from '../../../src-main/contract/jobs.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../moves/DialogFrame.tsx'
import { useAskedUndo } from './use-asked-undo.ts'

const words = text.imports.undoing

/** Says what will be gone and what stays. */
export function UndoImportDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const undo = useAskedUndo(onClose)
  const { result, asked } = job
  const counts = result?.is === 'import' ? result.counts : undefined
  const lost = words.lost(counts?.added ?? 0, counts?.updated ?? 0)
  return (
    <DialogFrame
      title={words.title(asked.is === 'import' ? asked.fileName : job.title)}
      onClose={onClose}
      act={words.act}
      danger
      keep={words.keep}
      pending={undo.isPending}
      error={undo.error}
      onAct={() => undo.mutate({ id: job.id })}
    >
      {lost && <p>{lost}.</p>}
      <p>{words.stays}</p>
    </DialogFrame>
  )
}
