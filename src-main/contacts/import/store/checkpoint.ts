import type { JobId } from '../../../domain/ids.ts'
import type { ImportCounts } from '../../../domain/import-plan.ts'
import { fromJson, type Json, toJson } from '../../../store/json.ts'
import type { ReadOnlyFile } from '../../../store/read-only-file.ts'
import type { Statements } from '../../../store/sqlite-file.ts'
import type { Staged } from '../stage/stage-file.ts'

/** How far an import has come since it began to store; committed with what it stored. */
export interface Checkpoint {
  /** Contacts first; those of a campaign go into it last. */
  readonly storing: 'contacts' | 'leads'
  /** The last row of the staging file that is done. */
  readonly seq: number
  readonly counts: Stored
  readonly staged: Staged
}

export type Stored = Pick<
  ImportCounts,
  'added' | 'updated' | 'unchanged' | 'doNotCall' | 'placed' | 'notUnderstood'
>

export const nothingStored: Stored = {
  added: 0,
  updated: 0,
  unchanged: 0,
  doNotCall: 0,
  placed: 0,
  notUnderstood: 0,
}

export const keepCheckpoint = (sql: Statements, job: JobId, checkpoint: Checkpoint): void =>
  void sql.run('UPDATE jobs SET checkpoint = ? WHERE id = ?', toJson(checkpoint), job)

/** `null`: nothing was stored yet. */
export function readCheckpoint(file: ReadOnlyFile, job: JobId): Checkpoint | null {
  const row = file.statements.first<{ checkpoint: Json<Checkpoint> | null }>(
    'SELECT checkpoint FROM jobs WHERE id = ?',
    job,
  )
  return row?.checkpoint ? fromJson(row.checkpoint) : null
}
