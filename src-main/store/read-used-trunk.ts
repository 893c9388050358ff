import type { Kysely } from 'kysely'
import type { CampaignId, TrunkId } from '../domain/ids.ts'
import type { Micros } from '../domain/money.ts'
import type { RateTable } from '../domain/rates.ts'
import type { TrunkSettings } from '../domain/trunk.ts'
import { fromJson, fromJsonOrNull } from './json.ts'
import type { Tables } from './tables.ts'

export interface UsedTrunk {
  readonly id: TrunkId
  readonly settings: TrunkSettings
  readonly rates: RateTable | null
  readonly balanceMicros: Micros | null
}

/** The trunk that carries a campaign's calls: its own, else the workspace's default; `null`: there is none. */
export async function readUsedTrunk(db: Kysely<Tables>, campaign: CampaignId): Promise<UsedTrunk | null> {
  const row = await db
    .selectFrom('campaigns')
    .innerJoin('trunks', join =>
      join.on(({ eb, ref, fn, selectFrom }) =>
        eb(
          'trunks.id',
          '=',
          fn.coalesce(
            ref('campaigns.trunk_id'),
            selectFrom('trunks as other').select('other.id').where('other.is_default', '=', 1),
          ),
        ),
      ),
    )
    .select(['trunks.id', 'trunks.settings', 'trunks.rates', 'trunks.balance_micros'])
    .where('campaigns.id', '=', campaign)
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, settings, rates, balance_micros } = row
  return { id, settings: fromJson(settings), rates: fromJsonOrNull(rates), balanceMicros: balance_micros }
}
