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

/** The trunks that carry a campaign's calls, preferred first: its own group, else the workspace's default one. */
export async function readUsedTrunks(
  db: Kysely<Tables>,
  campaign: CampaignId,
): Promise<readonly UsedTrunk[]> {
  const rows = await db
    .selectFrom('used_trunks')
    .innerJoin('trunks', 'trunks.id', 'used_trunks.trunk_id')
    .select(['trunks.id', 'trunks.settings', 'trunks.rates', 'trunks.balance_micros'])
    .where('used_trunks.campaign_id', '=', campaign)
    .orderBy('used_trunks.position')
    .execute()
  return rows.map(({ id, settings, rates, balance_micros }) => ({
    id,
    settings: fromJson(settings),
    rates: fromJsonOrNull(rates),
    balanceMicros: balance_micros,
  }))
}
