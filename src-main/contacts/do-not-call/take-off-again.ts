import type { StoredRow } from '../../domain/contact-change.ts'
import type { E164, Instant, JobId } from '../../domain/ids.ts'
import { fromJsonOrNull, type Json } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { inChunks } from '../act/chunks.ts'
import type { JobUndo, JobWork } from '../job-work.ts'
import { holderOf } from '../write/contact-row.ts'
import { type By, note } from '../write/journal.ts'
import { unsuppressNumber } from '../write/suppress.ts'

/** Off the list with what a file brought; what somebody or a call has changed since stays. */
export const undoListing: JobUndo<'do_not_call'> = {
  mayNot: (file, job) =>
    file.statements.first('SELECT 1 FROM suppressions WHERE job_id = ? LIMIT 1', job) === undefined
      ? 'Nothing of it is on the list any more.'
      : null,
  run: async (work, job, { fileName }) => {
    const by = { actor: work.actor, job: work.job, at: work.now() }
    const { restored, kept } = await takeOffAgain(work, job, fileName, by)
    const why = [...kept].sort((a, b) => b[1] - a[1]).map(([reason, numbers]) => `${numbers} ${reason}`)
    return {
      is: 'undo',
      restored,
      kept: [...kept.values()].reduce((sum, numbers) => sum + numbers, 0),
      why: why.join('; '),
    }
  },
}

/** How many entries a file brought that stand there still. */
export function listedBy(work: Pick<JobWork, 'openReads'>, job: JobId): number {
  const file = work.openReads()
  const found = file.statements.first<{ many: number }>(
    'SELECT count(*) AS many FROM suppressions WHERE job_id = ?',
    job,
  )
  file.close()
  return found?.many ?? 0
}

interface Listed {
  readonly number: E164
  readonly at: Instant
  readonly before: Json<StoredRow> | null
}

/**
 * Number by number back to what stood there before a file. May be broken off and begun again.
 * @param by `null`: the file was called off, and what the history says of it goes too
 */
export async function takeOffAgain(
  work: JobWork,
  job: JobId,
  fileName: string,
  by: By | null,
): Promise<{ readonly restored: number; readonly kept: ReadonlyMap<string, number> }> {
  const kept = new Map<string, number>()
  let restored = 0
  const all = idsOf(work, 'SELECT id FROM suppressions WHERE job_id = ?', job)
  const tell = (done: number) =>
    work.tell({ phase: 'Taking back', done, total: all.length, mayBeCancelled: false })
  await inChunks(work, {
    all,
    each: (sql, id) => {
      const why = offAgain(sql, id, job, fileName, by)
      if (why === null) restored += 1
      else kept.set(why, (kept.get(why) ?? 0) + 1)
    },
    told: tell,
  })
  if (by === null)
    await inChunks(work, {
      all: idsOf(work, 'SELECT id FROM contact_changes WHERE job_id = ?', job),
      each: (sql, id) => sql.run('DELETE FROM contact_changes WHERE id = ?', id),
      told: () => {},
    })
  return { restored, kept }
}

function idsOf(work: Pick<JobWork, 'openReads'>, statement: string, job: JobId): readonly number[] {
  const file = work.openReads()
  const ids = file.statements.rows<{ id: number }>(statement, job).map(({ id }) => id)
  file.close()
  return ids
}

function offAgain(sql: Statements, id: number, job: JobId, fileName: string, by: By | null): string | null {
  const listed = sql.first<Listed>(
    'SELECT number, at, before FROM suppressions WHERE id = ? AND job_id = ?',
    id,
    job,
  )
  if (listed === undefined) return 'was taken off the do-not-call list since'
  const { number, at, before } = listed
  const why = unsuppressNumber(sql, { number, before: fromJsonOrNull(before) }, { at, source: 'import' })
  // From now on it is an entry of its own.
  if (why !== null) sql.run('UPDATE suppressions SET job_id = NULL, before = NULL WHERE id = ?', id)
  const holder = why === null && by !== null ? holderOf(sql, number) : null
  if (holder !== null && by !== null)
    note(sql, holder.id, by, { is: 'callable_again', reason: `${fileName} was taken back` })
  return why
}
