import type { Instant, JobId } from '../domain/ids.ts'
import type { JobInput, JobKind, JobProgress, JobResult } from '../domain/job.ts'
import type { DiskWait } from '../engine/ports.ts'
import type { ReadOnlyFile } from '../store/read-only-file.ts'
import type { Statements } from '../store/sqlite-file.ts'

/** What a job has at hand in its thread. */
export interface JobWork {
  readonly job: JobId
  readonly actor: string
  readonly now: () => Instant
  /** Of the workspace: `uploads/`, `imports/` and `exports/` are below it. */
  readonly dataDir: string
  /** The workspace as it stands now, or as it stood at one moment until `close`. */
  openReads(): ReadOnlyFile
  /**
   * One short transaction of this thread's own connection, all or nothing; at most about 10 ms, since calls write
   * between two of them. Rejects where the workspace cannot be written, in words.
   */
  write<T>(work: (statements: Statements) => T, waits?: DiskWait): Promise<T>
  /** Shown within half a second; kept every few seconds. */
  tell(progress: JobProgress): void
  /** Throws `JobCalledOff` once somebody cancelled it and it may still be cancelled. Often asked, costs nothing. */
  mustGoOn(): void
}

export class JobCalledOff extends Error {}

/** Cannot be done, in words for people: what, where, what now. */
export class JobRefused extends Error {}

/** Does a job from its beginning, or goes on with one that a crash interrupted. */
export type JobRunner<K extends JobKind> = (
  work: JobWork,
  input: Extract<JobInput, { is: K }>,
) => Promise<Extract<JobResult, { is: K }>>

/** Cleans up after a job that was cancelled, failed, or was interrupted where it cannot go on: no trace is left. */
export type JobCleaner<K extends JobKind> = (
  work: JobWork,
  input: Extract<JobInput, { is: K }>,
) => Promise<void>

export interface JobType<K extends JobKind> {
  readonly run: JobRunner<K>
  readonly cleanUp: JobCleaner<K>
  /** After a crash: it is run again and goes on where it stood, or is cleaned up and says so. */
  readonly afterCrash: (work: JobWork, input: Extract<JobInput, { is: K }>) => 'go_on' | 'clean_up'
}
