import { type Steps, stepsBetween } from '../../domain/analytics/steps.ts'
import type { Instant } from '../../domain/ids.ts'
import type { Statements } from '../sqlite-file.ts'
import type { CallScope } from './call-scope.ts'

/** How the time of these calls is cut into points of a line; `null`: the campaign has made none. */
export function stepsOf(
  sql: Pick<Statements, 'first'>,
  { campaign, from, until }: CallScope,
  zone: string,
): Steps | null {
  const called = sql.first<{ first: Instant | null; last: Instant | null }>(
    `SELECT min(hour) AS first, max(hour) AS last FROM call_sums WHERE campaign_id = ? AND kind = 'trunk'`,
    campaign,
  )
  if (called === undefined || called.first === null || called.last === null) return null
  const begins = Math.max(from ?? called.first, called.first)
  const ends = Math.min(until ?? called.last, called.last)
  return ends < begins ? null : stepsBetween(zone, begins, ends)
}
