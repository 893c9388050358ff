import type { Job } from '../contract/jobs.ts'
import type { Instant, JobId } from '../domain/ids.ts'
import type { JobAction, JobInput } from '../domain/job.ts'
import { type JobRecord, readJob } from '../store/job-records.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

/** Rows of a file that were not imported can be loaded for so long. */
export const rejectedLivesMs = 90 * 24 * 60 * 60_000

type Context = Pick<Services, 'db' | 'jobs' | 'reads' | 'now'>

export async function shownJob(context: Context, id: JobId): Promise<Job> {
  const record = await readJob(context.db, id)
  if (record === null) throw notFound('job', id)
  const [job] = await shownJobs(context, [record])
  if (job === undefined) throw notFound('job', id)
  return job
}

export async function shownJobs(context: Context, records: readonly JobRecord[]): Promise<Job[]> {
  const { jobs, reads, now } = context
  const done = records.filter(({ state }) => state === 'done').map(({ id }) => id)
  const answers = done.length === 0 ? [] : await reads.ask('mayNotBeUndone', done)
  const whyNot = new Map(done.map((id, index) => [id, answers[index] ?? null]))
  return records.map(record => shown(record, jobs.progressOf(record.id), undoOf(record, whyNot), now()))
}

function undoOf({ id, state }: JobRecord, whyNot: ReadonlyMap<JobId, string | null>): Job['undo'] {
  const why = whyNot.get(id)
  if (state === 'done' && why === null) return { possible: true, why: '' }
  return {
    possible: false,
    why: why ?? (state === 'waiting' || state === 'running' ? 'It is not done yet.' : 'It changed nothing.'),
  }
}

const shown = (
  { input, result, progress, ...record }: JobRecord,
  live: Job['progress'],
  undo: Job['undo'],
  now: Instant,
): Job => ({
  ...record,
  kind: input.is,
  asked: asked(input),
  progress:
    live ??
    (record.state === 'running' && progress ? { ...progress, perSecond: null, secondsLeft: null } : null),
  // Lists of the record are read only; the contract's may be written.
  result: structuredClone(result) as Job['result'],
  undo,
  files: {
    export: result?.is === 'export' ? `/files/${record.id}/export` : null,
    rejected:
      rejectedRows(result) > 0 && now - (record.endedAt ?? now) < rejectedLivesMs
        ? `/files/${record.id}/rejected`
        : null,
  },
})

function rejectedRows(result: JobRecord['result']): number {
  if (result?.is === 'import') return result.counts.rejected
  return result?.is === 'do_not_call' ? result.rejected : 0
}

const changingLists: ReadonlySet<JobAction['do']> = new Set([
  'add_to_list',
  'add_to_campaign',
  'delete',
  'remove',
  'remove_from_list',
  'remove_list',
  'remove_tag',
])

function asked(input: JobInput): Job['asked'] {
  switch (input.is) {
    case 'import': {
      const { target, known } = input.plan
      return { is: 'import', fileName: input.fileName, target, known }
    }
    case 'export':
      return { is: 'export', order: structuredClone(input.order) as never }
    case 'act':
      return { is: 'act', changesLists: changingLists.has(input.action.do) }
    case 'do_not_call':
      return { is: 'do_not_call', fileName: input.fileName }
    case 'undo':
      return { is: 'undo', of: input.of }
  }
}
