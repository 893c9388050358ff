import type { JobId, ListId } from '../../domain/ids.ts'
import type { JobResult, JobState } from '../../domain/job.ts'
import { readJob } from '../../store/job-records.ts'
import type { Store } from '../../store/open-store.ts'
import { mustWrite } from '../must-write.ts'
import type { JobDesk } from './job-desk.ts'
import type { PacedProgress } from './job-pace.ts'

/** How a job stands, for a command that waits for it. */
export interface JobStanding {
  readonly state: JobState
  readonly progress: PacedProgress | null
  readonly result: JobResult | null
  /** Why it failed or was cancelled. */
  readonly message: string
}

/** What a command may do with jobs, in this process or over the socket of another. */
export interface CommandedJobs extends Pick<JobDesk, 'start' | 'cancel'> {
  /** Throws where there is no such job. */
  standing(job: JobId): Promise<JobStanding>
  /** The list of that name, made where there is none. */
  listNamed(name: string): Promise<ListId>
}

export const commandedJobs = (
  store: Pick<Store, 'db' | 'write' | 'statements'>,
  { start, cancel, progressOf }: JobDesk,
): CommandedJobs => ({
  start,
  cancel,
  listNamed: name =>
    mustWrite(store, async () => {
      const sql = store.statements
      const at = Date.now()
      const known = sql.first<{ id: ListId }>('SELECT id FROM lists WHERE name = ?', name)
      if (known !== undefined) return known.id
      return sql.run('INSERT INTO lists (name, created_at, changed_at) VALUES (?, ?, ?)', name, at, at)
        .id as ListId
    }),
  standing: async job => {
    const record = await readJob(store.db, job)
    if (record === null) throw new Error(`There is no job ${job}.`)
    const { state, result, message } = record
    return { state, result, message, progress: progressOf(job) }
  },
})
