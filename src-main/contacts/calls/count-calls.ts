import { allCalls, type CallFilter } from '../../domain/call-filter.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { among, type Sql, sql } from '../query/sql.ts'
import { type CallQuery, callsThat } from './list-calls.ts'

/** How many calls fit. */
export function countCalls(file: ReadOnlyFile, query: CallQuery): number {
  const { text, values } = countOf(file, query)
  return file.column<number>(text, values)[0] ?? 0
}

function countOf(file: ReadOnlyFile, query: CallQuery): Sql {
  const { filter } = query
  const { campaigns, results } = filter
  const isInRollUp = results.length > 0 && isSame({ ...filter, campaigns: [], results: [] }, allCalls)
  // Calls with a result are those of the roll-up: some rows instead of millions.
  if (isInRollUp)
    return sql`SELECT ifnull(sum(calls), 0) FROM campaign_totals WHERE result IN ${among(results)}
      AND ${campaigns.length === 0 ? sql`1` : sql`campaign_id IN ${among(campaigns)}`}`
  if (isSame(filter, allCalls)) return sql`SELECT count(*) FROM calls`
  const { from, where } = callsThat(file, query)
  return sql`SELECT count(*) FROM ${from} WHERE ${where}`
}

const isSame = (a: CallFilter, b: CallFilter): boolean => JSON.stringify(a) === JSON.stringify(b)
