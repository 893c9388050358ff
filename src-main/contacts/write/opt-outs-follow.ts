import type { E164, Instant } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'

/** Whoever refused to be called, by word, key or network, is not called at another number of theirs either. */
export function optOutsFollow(
  sql: Statements,
  from: readonly E164[],
  to: readonly E164[],
  now: Instant,
): void {
  for (const number of from)
    for (const other of to)
      sql.run(
        `INSERT INTO suppressions (number, scope, campaign_id, reason, source, at, expires_at)
         SELECT ?, scope, campaign_id, reason, source, at, expires_at FROM suppressions
         WHERE number = ? AND source IN ('agent', 'network') AND (expires_at IS NULL OR expires_at > ?)
         ON CONFLICT (number, scope, ifnull(campaign_id, 0)) DO UPDATE SET
           expires_at = CASE WHEN excluded.expires_at IS NULL OR expires_at IS NULL THEN NULL
             ELSE max(expires_at, excluded.expires_at) END`,
        other,
        number,
        now,
      )
}
