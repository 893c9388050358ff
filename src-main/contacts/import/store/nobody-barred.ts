import type { Statements } from '../../../store/sqlite-file.ts'

/** Nobody is on the do-not-call list, and nothing is blocked: row by row there is nothing to look up. */
export const isNobodyBarred = (sql: Statements): boolean =>
  sql.first(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM suppressions) OR EXISTS (SELECT 1 FROM blocked_prefixes)
      OR EXISTS (SELECT 1 FROM blocked_countries)`,
  ) === undefined
