import type { Kysely } from 'kysely'
import type { JobId } from '../../domain/ids.ts'
import type { JobResult, JobState } from '../../domain/job.ts'
import { readJob } from '../../store/job-records.ts'
import type { Tables } from '../../store/tables.ts'
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
}

export const commandedJobs = (db: Kysely<Tables>, { start, cancel, progressOf }: JobDesk): CommandedJobs => ({
  start,
  cancel,
  standing: async job => {
    const record = await readJob(db, job)
    if (record === null) throw new Error(`There is no job ${job}.`)
    const { state, result, message } = record
    return { state, result, message, progress: progressOf(job) }
  },
})
