import type { JobId } from '../../domain/ids.ts'
import type { JobInput, JobProgress } from '../../domain/job.ts'
import type { JobEnding } from '../../store/job-records.ts'
import type { SharedTurn } from '../../store/write-turn.ts'
import type { JobWord } from './job-word.ts'

/** What a working thread is started with. */
export interface WorkPlace {
  readonly dataDir: string
  /** Path of the workspace's database. */
  readonly file: string
  readonly turn: SharedTurn
  /** Whether this one writes the log of the workspace into the file, for all. */
  readonly checkpoints: boolean
}

/** What crosses to a working thread: one job at a time. */
export interface JobOrder {
  readonly job: JobId
  readonly actor: string
  readonly input: JobInput
  /** `after_crash`: as its type says; `clean_up`: it was cancelled, or breaks its thread each time. */
  readonly how: 'begin' | 'after_crash' | 'clean_up'
  readonly word: JobWord
}

export type JobMessage =
  | { readonly is: 'progress'; readonly progress: JobProgress }
  /** Beside the log: the job's message says it in words. */
  | { readonly is: 'bug'; readonly stack: string }
  | { readonly is: 'end'; readonly end: JobEnding | Interrupted }

/** The program ends; the job goes on after its next start. */
export interface Interrupted {
  readonly is: 'interrupted'
}
