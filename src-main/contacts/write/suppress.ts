import type { ListedNumber, StoredRow } from '../../domain/contact-change.ts'
import type { E164, Instant, JobId } from '../../domain/ids.ts'
import { toJson } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'

export interface Suppression {
  readonly reason: string
  readonly source: 'supervisor' | 'import'
  /** `null`: for good. */
  readonly expiresAt: Instant | null
  readonly at: Instant
  /** The file that brings it: that can be taken back as a whole. */
  readonly file?: JobId
}

/** Onto the workspace's do-not-call list. @returns `null` where an entry holds as long already */
export function suppressNumber(sql: Statements, number: E164, entry: Suppression): ListedNumber | null {
  const before = entryOf(sql, number)
  if (before === null) {
    sql.run(
      `INSERT INTO suppressions (number, scope, campaign_id, reason, source, at, expires_at, job_id)
       VALUES (?, 'all', NULL, ?, ?, ?, ?, ?)`,
      number,
      entry.reason,
      entry.source,
      entry.at,
      entry.expiresAt,
      entry.file ?? null,
    )
    return { number, before: null }
  }
  const until = before.expires_at as Instant | null
  if (until === null || (entry.expiresAt !== null && until >= entry.expiresAt)) {
    // Wanted by somebody else, too: taking back the file that brought it must not take it off.
    if (before.job_id !== null && before.job_id !== entry.file)
      sql.run(
        `UPDATE suppressions SET job_id = NULL, before = NULL WHERE number = ? AND scope = 'all'`,
        number,
      )
    return null
  }
  sql.run(
    `UPDATE suppressions SET reason = ?, source = ?, at = ?, expires_at = ?, job_id = ?, before = ?
     WHERE number = ? AND scope = 'all'`,
    entry.reason,
    entry.source,
    entry.at,
    entry.expiresAt,
    entry.file ?? null,
    entry.file === undefined ? null : toJson(before),
    number,
  )
  return { number, before }
}

const entryOf = (sql: Statements, number: E164): StoredRow | null =>
  sql.first<StoredRow>(`SELECT * FROM suppressions WHERE number = ? AND scope = 'all'`, number) ?? null

/**
 * Back to the entry that stood there before. Not where somebody changed it since, or the person has refused in the
 * meantime: then it stays. It is told by when and by whom it was put there. @returns why it stays; `null`: it is as before
 */
export function unsuppressNumber(
  sql: Statements,
  { number, before }: ListedNumber,
  { at: since, source }: Pick<Suppression, 'at' | 'source'>,
): string | null {
  const now = entryOf(sql, number)
  if (now === null) return 'was taken off the do-not-call list since'
  if (now.at !== since || now.source !== source) return 'was put on the do-not-call list again since'
  const refused = sql.first(
    `SELECT 1 FROM calls INDEXED BY calls_to_number
     WHERE to_number = ? AND sending_at IS NOT NULL AND ifnull(ended_at, ?) >= ? AND (opted_out = 1 OR sip_code = 607)`,
    number,
    since,
    since,
  )
  if (refused !== undefined) return 'has refused to be called since'
  if (before === null) sql.run(`DELETE FROM suppressions WHERE number = ? AND scope = 'all'`, number)
  else
    sql.run(
      `UPDATE suppressions SET reason = ?, source = ?, at = ?, expires_at = ?, job_id = NULL, before = NULL
       WHERE number = ? AND scope = 'all'`,
      before.reason ?? '',
      before.source ?? 'supervisor',
      before.at ?? since,
      before.expires_at ?? null,
      number,
    )
  return null
}
