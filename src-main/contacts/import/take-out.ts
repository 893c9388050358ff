import type { ContactId, JobId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { inChunks } from '../act/chunks.ts'
import { takeBackAll } from '../act/take-back-all.ts'
import type { JobWork } from '../job-work.ts'
import type { By } from '../write/journal.ts'

export interface TakenOut {
  readonly restored: number
  /** Contacts that stay as they are, by the reason. */
  readonly kept: ReadonlyMap<string, number>
}

/**
 * What an import stored, out again: known contacts back to what they were, those that it added away with all that hangs on
 * them. May be broken off and begun again.
 * @param by `null`: the import was called off, and its history goes with it
 */
export async function takeOut(work: JobWork, job: JobId, by: By | null): Promise<TakenOut> {
  const back = await takeBackAll(work, job, by)
  const kept = new Map(back.kept)
  const file = work.openReads()
  const added = file.statements
    .rows<{ id: ContactId }>('SELECT id FROM contacts INDEXED BY contacts_of_import WHERE import_id = ?', job)
    .map(({ id }) => id)
  file.close()
  let restored = back.restored
  await inChunks(
    { write: work.write, mustGoOn: () => {} },
    {
      all: added,
      each: (sql, contact) => {
        if (remove(sql, contact)) restored += 1
        else kept.set(CALLED, (kept.get(CALLED) ?? 0) + 1)
      },
      told: done => work.tell({ phase: 'Taking back', done, total: added.length, mayBeCancelled: false }),
    },
  )
  return { restored, kept }
}

const CALLED = 'was called meanwhile'

function remove(sql: Statements, contact: ContactId): boolean {
  if (sql.first('SELECT 1 FROM calls WHERE contact_id = ? LIMIT 1', contact) !== undefined) return false
  // Why nobody called them yet; they are not known any more.
  sql.run('DELETE FROM decisions WHERE contact_id = ?', contact)
  sql.run('DELETE FROM leads WHERE contact_id = ?', contact)
  sql.run('DELETE FROM contact_changes WHERE contact_id = ?', contact)
  sql.run('DELETE FROM contacts WHERE id = ?', contact)
  return true
}
