import type { Instant, JobId } from '../domain/ids.ts'
import type { JobInput, JobKind, JobProgress, JobResult } from '../domain/job.ts'
import type { DiskWait } from '../engine/ports/store.ts'
import type { ReadOnlyFile } from '../store/read-only-file.ts'
import type { Statements } from '../store/sqlite-file.ts'

/** What a job has at hand in its thread. */
export interface JobWork {
  readonly job: JobId
  readonly actor: string
  readonly now: () => Instant
  /** Was at work before: a crash interrupted it. */
  readonly goesOn: boolean
  /** Of the workspace; where files lie in it: `job-files.ts`. */
  readonly dataDir: string
  /** The workspace as it stands now, and as it stood at that moment until `close` or `moveOn`. */
  openReads(): ReadOnlyFile
  /**
   * One short transaction of this thread's own connection, all or nothing; at most about 10 ms, since calls write
   * between two of them. Waits for the disk only where asked: the job's end waits for all of it. Rejects with
   * `JobRefused` where the workspace cannot be written.
   */
  write<T>(work: (statements: Statements) => T, waits?: DiskWait): Promise<T>
  /** Shown within half a second; kept every few seconds. */
  tell(progress: JobProgress): void
  /** Throws `JobCalledOff` once somebody cancelled it and it may still be cancelled. Often asked, costs nothing. */
  mustGoOn(): void
}

export class JobCalledOff extends Error {}

/** The program ends: the job goes on after its next start. Not to be caught. */
export class JobInterrupted extends Error {}

/** Cannot be done, in words for people: what, where, what now. */
export class JobRefused extends Error {}

/** Does a job from its beginning, or goes on with one that a crash interrupted. */
export type JobRunner<K extends JobKind> = (work: JobWork, input: InputOf<K>) => Promise<ResultOf<K>>

/** Cleans up after a job that was cancelled, failed, or was interrupted where it cannot go on: no trace is left. */
export type JobCleaner<K extends JobKind> = (work: JobWork, input: InputOf<K>) => Promise<void>

export interface JobType<K extends JobKind> {
  readonly run: JobRunner<K>
  /** May be run twice: a crash can interrupt it too. Cannot be cancelled. */
  readonly cleanUp: JobCleaner<K>
  /** After a crash: it is run again and goes on where it stood, or is cleaned up and says so. */
  readonly afterCrash: (work: JobWork, input: InputOf<K>) => 'go_on' | 'clean_up'
  /** Left out: such a job cannot be taken back. */
  readonly undo?: JobUndo<K>
}

/** Takes back a job that is done. */
export interface JobUndo<K extends JobKind> {
  /** Why it cannot be taken back, in words; `null`: it can. Asked for every job of a list, so a few milliseconds at most. */
  readonly mayNot: (file: ReadOnlyFile, job: JobId, input: InputOf<K>) => string | null
  /** Not cancelled any more once begun; after a crash it is called again and goes on. */
  readonly run: (work: JobWork, job: JobId, input: InputOf<K>) => Promise<ResultOf<'undo'>>
}

export type JobTypes = { readonly [K in JobKind]: JobType<K> }

export type InputOf<K extends JobKind> = Extract<JobInput, { is: K }>
export type ResultOf<K extends JobKind> = Extract<JobResult, { is: K }>
