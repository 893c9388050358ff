import type { Job } from '../../../../src-main/contract/jobs.ts'
import { seconds, span } from '../../../format/duration.ts'
import { text } from '../../../text/text.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import { useTargetName } from '../use-target-name.ts'
import { Callable } from './Callable.tsx'
import { EarlierImports } from './EarlierImports.tsx'
import { RejectedRows } from './RejectedRows.tsx'
import { RowsBar } from './RowsBar.tsx'
import classes from './result.module.css'
import { WhyRejected } from './WhyRejected.tsx'

const words = text.imports.result

/** The headline is the result, the bar accounts for every row, the table gives each rejected one with its reason. */
export function ImportResult({ job }: { job: Job }) {
  const { result, asked } = job
  const target = useTargetName(asked.is === 'import' ? asked.target : undefined)
  if (result?.is !== 'import' || asked.is !== 'import') return null
  const { counts, reasons } = result
  const people = counts.added + counts.updated + counts.unchanged
  const tookMs = (job.endedAt ?? job.createdAt) - (job.startedAt ?? job.createdAt)
  return (
    <div className={classes.page}>
      <div>
        <h2 className={classes.headline}>
          {asked.target.into === 'all' ? words.headlineAll(people) : words.headline(people, target)}
        </h2>
        <p className={classes.sentence}>
          {words.read(counts.rows, tookMs < 60_000 ? seconds(tookMs) : span(tookMs), job.actor)}
        </p>
        {job.undoneBy !== null && (
          <p className={classes.note}>
            <StatusGlyph shape="turn" hue="gray" /> {words.undone}
          </p>
        )}
        {counts.notUnderstood > 0 && (
          <p className={classes.note}>
            <StatusGlyph shape="triangle" hue="yellow" /> {words.notUnderstood(counts.notUnderstood)}
          </p>
        )}
      </div>
      <RowsBar counts={counts} known={asked.known} />
      <div className={classes.columns}>
        <RejectedRows job={job} rejected={counts.rejected} />
        <div className={classes.side}>
          {reasons.length > 0 && <WhyRejected reasons={reasons} rejected={counts.rejected} />}
          {job.undoneBy === null && <Callable id={job.id} />}
          <EarlierImports except={job.id} />
        </div>
      </div>
    </div>
  )
}
