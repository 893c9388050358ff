import type { Kysely } from 'kysely'
import type { CampaignId, TrunkId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/** The whole failover group of a campaign, preferred first; empty: the workspace's default trunk. */
export async function setTrunks(
  db: Kysely<Tables>,
  campaign: CampaignId,
  trunks: readonly TrunkId[],
): Promise<void> {
  await db.deleteFrom('campaign_trunks').where('campaign_id', '=', campaign).execute()
  if (trunks.length === 0) return
  await db
    .insertInto('campaign_trunks')
    .values(trunks.map((trunk, position) => ({ campaign_id: campaign, trunk_id: trunk, position })))
    .execute()
}
