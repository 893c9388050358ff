import type { Kysely } from 'kysely'
import type { TrunkId } from '../domain/ids.ts'
import type { TrunkSettings } from '../domain/trunk.ts'
import { fromJson } from './json.ts'
import type { Tables } from './tables.ts'

export interface StoredTrunk {
  readonly id: TrunkId
  readonly name: string
  readonly settings: TrunkSettings
  readonly secretRef: string | null
  /** Campaigns that name it. */
  readonly campaigns: number
}

export async function readTrunks(db: Kysely<Tables>): Promise<readonly StoredTrunk[]> {
  const rows = await db
    .selectFrom('trunks')
    .select(({ selectFrom }) => [
      'trunks.id',
      'trunks.name',
      'trunks.settings',
      'trunks.secret_ref',
      selectFrom('campaign_trunks')
        .innerJoin('campaigns', 'campaigns.id', 'campaign_trunks.campaign_id')
        .select(({ fn }) => fn.countAll<number>().as('campaigns'))
        .whereRef('campaign_trunks.trunk_id', '=', 'trunks.id')
        .where('campaigns.deleted_at', 'is', null)
        .as('campaigns'),
    ])
    .orderBy('trunks.id')
    .execute()
  return rows.map(({ id, name, settings, secret_ref, campaigns }) => ({
    id,
    name,
    settings: fromJson(settings),
    secretRef: secret_ref,
    campaigns: campaigns ?? 0,
  }))
}
