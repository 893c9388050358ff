import type { Generated } from 'kysely'
import type { Instant, JobId } from '../../domain/ids.ts'
import type { ColumnUse } from '../../domain/import-plan.ts'
import type { JobInput, JobKind, JobProgress, JobResult, JobState } from '../../domain/job.ts'
import type { Json } from '../json.ts'
import type { RowId } from './row.ts'

/** Imports, exports and actions on many contacts: their work while it lasts, their history afterwards. */
export interface JobsTable {
  readonly id: RowId<JobId>
  readonly kind: JobKind
  state: Generated<JobState>
  readonly actor: string
  /** In the interface: `autumn-leads.csv into list Autumn leads`. */
  readonly title: string
  readonly input: Json<JobInput>
  progress: Json<JobProgress> | null
  /** How far it has come, committed with what it wrote: where it goes on after a crash. */
  checkpoint: Json<unknown> | null
  result: Json<JobResult> | null
  /** Why it failed or was cancelled, with what to do; empty otherwise. */
  message: Generated<string>
  /** The job that took this one back. */
  undone_by: JobId | null
  /** How often the program ended while it was at work, without having stopped it first; it counts while it is at work, too. */
  crashes: Generated<number>
  readonly created_at: Instant
  started_at: Instant | null
  ended_at: Instant | null
}

/** How columns were used the last time that a file had these headings. */
export interface ImportMappingsTable {
  /** JSON text of the headings, in their order. */
  readonly headings: string
  columns: Json<readonly ColumnUse[]>
  used_at: Instant
}
