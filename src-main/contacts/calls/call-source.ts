import type { CallFilter } from '../../domain/call-filter.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { People } from './people.ts'

/** The index that a filter's calls are walked by; `null`: the table itself, newest first. */
export type CallSource =
  | 'calls_of_contact'
  | 'calls_opted_out'
  | 'calls_by_goal'
  | 'calls_by_start'
  | 'calls_of_number'
  | 'calls_of_campaign'
  | null

/** More calls of a period or a number are walked by their ids: sorting them takes longer than passing newer ones by. */
const FEW = 50_000

/** The way on which the fewest calls are looked at that do not fit. */
export function callSource(file: ReadOnlyFile, filter: CallFilter, people: People): CallSource {
  const { campaigns, goals, numbers, optedOut } = filter
  if (people.are === 'few') return 'calls_of_contact'
  if (optedOut) return 'calls_opted_out'
  if (goals.length === 1 && goals[0] !== 'unknown') return 'calls_by_goal'
  if (isShort(file, filter)) return 'calls_by_start'
  if (numbers.length === 1 && hasFew(file, 'calls_of_number', 'number_id = ?', numbers))
    return 'calls_of_number'
  return campaigns.length === 1 ? 'calls_of_campaign' : null
}

const isShort = (file: ReadOnlyFile, { from, to }: CallFilter): boolean =>
  (from !== null || to !== null) &&
  hasFew(file, 'calls_by_start', 'sending_at >= ? AND sending_at < ?', [
    from ?? 0,
    to ?? Number.MAX_SAFE_INTEGER,
  ])

function hasFew(
  { statements }: ReadOnlyFile,
  source: NonNullable<CallSource>,
  where: string,
  values: readonly number[],
): boolean {
  const found = statements.first<{ calls: number }>(
    `SELECT count(*) AS calls FROM (SELECT 1 FROM calls INDEXED BY ${source} WHERE ${where} LIMIT ?)`,
    ...values,
    FEW + 1,
  )
  return (found?.calls ?? 0) <= FEW
}
