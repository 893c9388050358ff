import type { Kysely } from 'kysely'
import type { Instant, TrunkId } from '../domain/ids.ts'
import type { Micros } from '../domain/money.ts'
import type { RateTable } from '../domain/rates.ts'
import { fromJsonOrNull, toJson } from './json.ts'
import type { Tables } from './tables.ts'

export interface TrunkMoney {
  /** `null`: nothing is known, and nothing is counted. */
  readonly rates: RateTable | null
  /** Credit left in the currency of the rates; `null`: not kept. */
  readonly balanceMicros: Micros | null
}

export async function readTrunkMoney(db: Kysely<Tables>, id: TrunkId): Promise<TrunkMoney | null> {
  const row = await db
    .selectFrom('trunks')
    .select(['rates', 'balance_micros'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { rates: fromJsonOrNull(row.rates), balanceMicros: row.balance_micros }
}

export async function saveTrunkMoney(
  db: Kysely<Tables>,
  id: TrunkId,
  { rates, balanceMicros }: TrunkMoney,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('trunks')
    .set({
      rates: rates === null ? null : toJson(rates),
      balance_micros: balanceMicros,
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()
}
