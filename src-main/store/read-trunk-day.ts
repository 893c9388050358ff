import { type Kysely, sql } from 'kysely'
import type { CallCount } from '../domain/figures.ts'
import type { Instant, TrunkId } from '../domain/ids.ts'
import type { Micros } from '../domain/money.ts'
import type { Tables } from './tables.ts'

export interface TrunkDayCount extends CallCount {
  readonly trunk: TrunkId
  /** ISO 4217; `null`: it has no rates. */
  readonly currency: string | null
  readonly costMicros: Micros
  /** Calls that rang or were answered, and the sum of their times from INVITE to first ring. */
  readonly rang: number
  readonly pddMs: number
}

/** Ended calls that left at or after `since`, the first instant of an hour, by their trunk and result. */
export async function readTrunkDay(db: Kysely<Tables>, since: Instant): Promise<readonly TrunkDayCount[]> {
  const { rows } = await sql<TrunkDayCount>`
    SELECT trunks.id AS trunk, json_extract(trunks.rates, '$.currency') AS currency, result, sum(calls) AS calls,
      sum(answered) AS answered, sum(talk_ms) AS talkMs, sum(achieved) AS achieved, sum(opt_outs) AS optOuts,
      sum(sums.cost_micros) AS costMicros, sum(rang) AS rang, sum(pdd_ms) AS pddMs
    FROM call_sums AS sums INDEXED BY call_sums_of_trunks JOIN trunks ON trunks.id = sums.key
    WHERE kind = 'trunk' AND hour >= ${since}
    GROUP BY trunks.id, result`.execute(db)
  return rows
}
