import type { Kysely } from 'kysely'
import type { CampaignId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/**
 * Removes a campaign that made no call. To be called within a transaction. Its contacts' places go first: their
 * triggers count them out of rows that a cascade may have removed already.
 */
export async function deleteCampaign(db: Kysely<Tables>, id: CampaignId): Promise<void> {
  await db.deleteFrom('leads').where('campaign_id', '=', id).execute()
  await db.deleteFrom('campaigns').where('id', '=', id).execute()
}
