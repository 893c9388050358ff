import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExportOrder, Job } from '../../../src-main/contract/jobs.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { isAtWork } from '../../ui/jobs/progress.ts'
import { UndoImportDialog } from '../../ui/jobs/UndoImportDialog.tsx'
import { useCancelJob } from '../../ui/jobs/use-cancel-job.ts'
import { useJobAgain } from '../../ui/jobs/use-job-again.ts'
import { useTellJobEnd } from '../../ui/jobs/use-job-ends.ts'
import { sayRefusal } from '../../ui/say.tsx'
import { UndoDialog } from './UndoDialog.tsx'

const words = text.history

/** What can still be done with a job: stop it, load its file, order it again, take it back. */
export function JobWays({ job }: { job: Job }) {
  const { id, title, state, asked, files, undo, kind } = job
  const [asking, setAsking] = useState(false)
  const cancel = useCancelJob()
  const again = useJobAgain()
  if (isAtWork(job))
    return (
      (job.state === 'waiting' || job.progress?.mayBeCancelled) && (
        <Button
          size="compact-xs"
          aria-label={text.jobs.cancelNamed(title)}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id })}
        >
          {words.cancel}
        </Button>
      )
    )
  const close = () => setAsking(false)
  return (
    <>
      {files.rejected && (
        <Button
          component="a"
          href={files.rejected}
          download
          size="compact-xs"
          aria-label={words.rejectedNamed(title)}
        >
          {words.rejected}
        </Button>
      )}
      {asked.is === 'export' && <ExportAgain order={asked.order} />}
      {state === 'failed' && asked.is !== 'export' && (
        <Button
          size="compact-xs"
          aria-label={words.tryAgainNamed(title)}
          loading={again.isPending}
          onClick={() => again.mutate({ id })}
        >
          {words.tryAgain}
        </Button>
      )}
      {files.export && (
        <Button
          component="a"
          href={files.export}
          download
          size="compact-xs"
          aria-label={words.downloadNamed(title)}
        >
          {words.download}
        </Button>
      )}
      {undo.possible && (
        <Button size="compact-xs" aria-label={words.undoNamed(title)} onClick={() => setAsking(true)}>
          {words.undo}
        </Button>
      )}
      {asking &&
        (kind === 'import' ? (
          <UndoImportDialog job={job} onClose={close} />
        ) : (
          <UndoDialog job={job} onClose={close} />
        ))}
    </>
  )
}

function ExportAgain({ order }: { order: ExportOrder }) {
  const tell = useTellJobEnd()
  const start = useMutation(
    api.jobs.export.mutationOptions({
      onSuccess: tell,
      onError: error => sayRefusal(error, words.notExported),
    }),
  )
  return (
    <Button
      size="compact-xs"
      aria-label={words.againNamed(order.title)}
      loading={start.isPending}
      onClick={() => start.mutate(order)}
    >
      {words.again}
    </Button>
  )
}
