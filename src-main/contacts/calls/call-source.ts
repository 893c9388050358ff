import type { CallFilter } from '../../domain/call-filter.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { People } from './people.ts'

/** The index that a filter's calls are walked by; `null`: the table itself, newest first. */
export type CallSource =
  | 'calls_of_contact'
  | 'calls_opted_out'
  | 'calls_by_goal'
  | 'calls_by_start'
  | 'calls_of_campaign'
  | null

/** A period with more calls is walked by their ids: sorting them would take longer than passing newer ones by. */
const FEW_IN_PERIOD = 50_000

/** The way on which the fewest calls are looked at that do not fit. */
export function callSource(file: ReadOnlyFile, filter: CallFilter, people: People): CallSource {
  const { campaigns, goals, optedOut } = filter
  if (people.are === 'few') return 'calls_of_contact'
  if (optedOut) return 'calls_opted_out'
  if (goals.length === 1 && goals[0] !== 'unknown') return 'calls_by_goal'
  if (isShort(file, filter)) return 'calls_by_start'
  return campaigns.length === 1 ? 'calls_of_campaign' : null
}

function isShort({ statements }: ReadOnlyFile, { from, to }: CallFilter): boolean {
  if (from === null && to === null) return false
  const found = statements.first<{ calls: number }>(
    `SELECT count(*) AS calls FROM (SELECT 1 FROM calls INDEXED BY calls_by_start
       WHERE sending_at >= ? AND sending_at < ? LIMIT ?)`,
    from ?? 0,
    to ?? Number.MAX_SAFE_INTEGER,
    FEW_IN_PERIOD + 1,
  )
  return (found?.calls ?? 0) <= FEW_IN_PERIOD
}
