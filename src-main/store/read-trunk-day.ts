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
}

/** Ended calls that left at or after `since`, the first instant of an hour, by their trunk and result. */
export async function readTrunkDay(db: Kysely<Tables>, since: Instant): Promise<readonly TrunkDayCount[]> {
  // Campaign by campaign, so that each begins in its cells at the hour.
  const { rows } = await sql<TrunkDayCount>`
    SELECT cell.trunk_id AS trunk, json_extract(trunks.rates, '$.currency') AS currency, cell.result, sum(cell.calls) AS calls, sum(cell.answered) AS answered,
      sum(cell.talk_ms) AS talkMs, sum(cell.achieved) AS achieved, sum(cell.opt_outs) AS optOuts,
      sum(cell.cost_micros) AS costMicros
    FROM campaigns CROSS JOIN call_cells AS cell ON cell.campaign_id = campaigns.id AND cell.hour >= ${since}
      JOIN trunks ON trunks.id = cell.trunk_id
    GROUP BY cell.trunk_id, cell.result`.execute(db)
  return rows
}
