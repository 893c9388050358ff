import { Button } from '@mantine/core'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { text } from '../../../text/text.ts'
import { JobBar } from '../../../ui/jobs/JobBar.tsx'
import { useCancelJob } from '../../../ui/jobs/use-cancel-job.ts'
import classes from './result.module.css'

const words = text.imports.result

/** Rate, count, time left, and the way to stop it. */
export function ImportRunning({ job }: { job: Job }) {
  const cancel = useCancelJob()
  const file = job.asked.is === 'import' ? job.asked.fileName : job.title
  const mayCancel = job.state === 'waiting' || job.progress?.mayBeCancelled === true
  return (
    <div className={classes.running}>
      <h2 className={classes.headline}>{words.running(file)}</h2>
      <p className={classes.sentence}>{words.runningSentence}</p>
      <div className={classes.box}>
        <p className={classes.phase}>{job.progress?.phase ?? words.waiting}</p>
        <JobBar job={job} />
      </div>
      <Button disabled={!mayCancel} loading={cancel.isPending} onClick={() => cancel.mutate({ id: job.id })}>
        {text.jobs.cancel}
      </Button>
      {!mayCancel && <p className={classes.sentence}>{text.jobs.cannotCancel}</p>}
    </div>
  )
}
