import { Link } from '@tanstack/react-router'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { bytes } from '../../format/bytes.ts'
import { dash } from '../../format/number.ts'
import { shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import classes from '../../ui/Cut.module.css'
import { progressText } from '../../ui/jobs/progress.ts'
import { Status } from '../../ui/Status.tsx'
import type { Look } from '../../ui/status.ts'
import type { Column } from '../../ui/table-column.ts'
import { JobWays } from './JobWays.tsx'

const words = text.history

const looks = {
  waiting: { shape: 'clock', hue: 'gray' },
  running: { shape: 'disc-play', hue: 'teal' },
  done: { shape: 'disc-tick', hue: 'green' },
  cancelled: { shape: 'ring-stroke', hue: 'gray' },
  failed: { shape: 'alert', hue: 'red' },
} satisfies Record<Job['state'], Look>

/** What came of it in a few words; of one at work how far it is, of one that failed why. */
function outcome(job: Job): string {
  const { result, message } = job
  const now = progressText(job)
  if (now) return `${now.done} ${now.of}`.trim()
  switch (result?.is) {
    case 'import':
      return words.counts.import(result.counts.added, result.counts.updated, result.counts.rejected)
    case 'export':
      return words.counts.export(result.rows, bytes(result.bytes))
    case 'act':
      return words.counts.act(result.changed, result.unchanged)
    case 'do_not_call':
      return words.counts.listed(result.added, result.known, result.rejected)
    case 'undo':
      return words.counts.undo(result.restored)
    case undefined:
      return message || dash
  }
}

export const historyColumns: readonly Column<Job>[] = [
  {
    id: 'when',
    head: words.columns.when,
    width: '96px',
    cell: ({ createdAt }) => <span className="num">{shortMoment(createdAt)}</span>,
  },
  {
    id: 'what',
    head: words.columns.what,
    width: 'minmax(220px, 2fr)',
    cell: ({ id, kind, title: told }) => {
      const title = text.told(told)
      return kind === 'import' ? (
        <Link to="/contacts/imports/$id" params={{ id }} className={classes.name} title={title}>
          {title}
        </Link>
      ) : (
        <span className={classes.name} title={title}>
          {title}
        </span>
      )
    },
  },
  {
    id: 'who',
    head: words.columns.who,
    width: 'minmax(90px, 1fr)',
    wideOnly: true,
    cell: ({ actor }) => <span className={classes.cut}>{actor}</span>,
  },
  {
    id: 'state',
    head: words.columns.state,
    width: '116px',
    cell: ({ state, undoneBy }) => (
      <Status
        look={undoneBy === null ? looks[state] : { shape: 'turn', hue: 'gray' }}
        word={undoneBy === null ? text.jobs.states[state] : words.undone}
      />
    ),
  },
  {
    id: 'count',
    head: words.columns.count,
    width: 'minmax(220px, 1.4fr)',
    cell: job => (
      <span className={`${classes.cut} num`} title={outcome(job)}>
        {outcome(job)}
      </span>
    ),
  },
  {
    id: 'ways',
    head: words.columns.ways,
    headUnseen: true,
    width: '210px',
    right: true,
    cell: job => <JobWays job={job} />,
  },
]
