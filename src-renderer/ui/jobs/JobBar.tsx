import type { Job } from '../../../src-main/contract/jobs.ts'
import { text } from '../../text/text.ts'
import classes from './JobBar.module.css'
import { progressText } from './progress.ts'
import { useCalm } from './use-calm.ts'

const words = text.jobs

/** How far a job is: bar, count, rate and time left. Readers hear it at most every 10 s. */
export function JobBar({ job }: { job: Job }) {
  const shown = progressText(job)
  const title = text.told(job.title)
  const spoken = useCalm(
    shown ? `${title}: ${shown.phase}, ${shown.done} ${shown.of}, ${shown.pace}` : words.waiting,
  )
  return (
    <div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(shown && shown.share !== null && { 'aria-valuenow': Math.round(shown.share * 100) })}
      >
        <span
          className={classes.fill}
          data-unknown={(shown && shown.share === null) || undefined}
          style={{ width: `${(shown?.share ?? 0) * 100}%` }}
        />
      </div>
      <div className={`${classes.facts} num`}>
        {shown ? (
          <>
            <span>
              <strong>{shown.done}</strong> {shown.of}
            </span>
            <span className={classes.pace}>{shown.pace || shown.phase}</span>
          </>
        ) : (
          <span>{words.waiting}</span>
        )}
      </div>
      <span className="unseen" aria-live="polite">
        {spoken}
      </span>
    </div>
  )
}
