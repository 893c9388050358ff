import type { Kysely } from 'kysely'
import type { Instant, JobId } from '../../domain/ids.ts'
import type { Notice } from '../../domain/notice.ts'
import { addAudit } from '../../store/audit.ts'
import { endJob, type JobEnding, type JobRecord, type NewJob } from '../../store/job-records.ts'
import type { Tables } from '../../store/tables.ts'

/** Who waited longer than this has turned to something else, and is told. */
const WORTH_TELLING_MS = 10_000

export const auditStart = (db: Kysely<Tables>, id: JobId, { actor, input, title }: NewJob, at: Instant) =>
  addAudit(db, { actor, action: `${input.is}.start`, subject: `job ${id}`, detail: { title } }, at)

/** End, audit entry and, where somebody may have turned away, a notice: in one transaction. */
export async function writeEnd(
  db: Kysely<Tables>,
  job: JobRecord,
  ending: JobEnding,
  at: Instant,
): Promise<void> {
  await endJob(db, job, ending, at)
  const { id, actor, input, title } = job
  const detail = { title, ...(ending.is === 'done' ? {} : { why: ending.message }) }
  await addAudit(db, { actor, action: `${input.is}.${ending.is}`, subject: `job ${id}`, detail }, at)
  const notice = noticeOf(job, ending, at)
  if (notice === null) return
  const { campaign, ...rest } = notice
  await db
    .insertInto('notices')
    .values({ ...rest, campaign_id: campaign, at })
    .execute()
}

function noticeOf(job: JobRecord, ending: JobEnding, at: Instant): Notice | null {
  const { title } = job
  switch (ending.is) {
    case 'cancelled':
      return null
    case 'failed':
      return {
        kind: 'job_failed',
        level: 'problem',
        campaign: null,
        title: `Failed: ${title}`,
        text: ending.message,
      }
    case 'done': {
      if (at - job.createdAt < WORTH_TELLING_MS) return null
      return {
        kind: 'job_done',
        level: 'info',
        campaign: null,
        title: `Done: ${title}`,
        text: doneText(ending),
      }
    }
  }
}

const count = (figure: number, one: string, many: string) =>
  `${figure.toLocaleString('en')} ${figure === 1 ? one : many}`

function doneText({ result }: Extract<JobEnding, { is: 'done' }>): string {
  switch (result.is) {
    case 'import': {
      const { added, updated, unchanged, duplicates, rejected } = result.counts
      return `${count(added, 'contact', 'contacts')} added, ${updated.toLocaleString('en')} updated, ${unchanged.toLocaleString('en')} unchanged; ${count(duplicates, 'row was a duplicate', 'rows were duplicates')}, ${rejected.toLocaleString('en')} rejected.`
    }
    case 'export':
      return `${count(result.rows, 'row', 'rows')} in ${result.fileName}.`
    case 'act':
      return `${count(result.changed, 'contact', 'contacts')} changed, ${result.unchanged.toLocaleString('en')} left as they were.`
    case 'do_not_call':
      return `${count(result.added, 'number', 'numbers')} added, ${result.known.toLocaleString('en')} were on the list, ${result.rejected.toLocaleString('en')} could not be read.`
    case 'undo':
      return `${count(result.restored, 'entry', 'entries')} as before, ${result.kept.toLocaleString('en')} left as they are.`
  }
}
