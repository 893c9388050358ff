import type { Transaction } from 'kysely'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { CampaignId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/** Whether contacts that wait for the end of a cap may be wrong about when that is. */
export const changesCaps = (before: CampaignSettings, after: CampaignSettings): boolean =>
  before.attemptsPerDay !== after.attemptsPerDay ||
  before.attemptsPerWeek !== after.attemptsPerWeek ||
  before.purpose !== after.purpose

/** Contacts that were parked for a cap have their turn again: a cap that still holds parks them anew. */
export async function wakeCappedLeads(tx: Transaction<Tables>, campaign: CampaignId): Promise<void> {
  await tx
    .updateTable('leads')
    .set({ hold: null, ready_at: 0 })
    .where('campaign_id', '=', campaign)
    .where('status', 'in', ['pending', 'retry'])
    .where('hold', 'in', ['day_cap', 'week_cap', 'law_cap', 'law_pause'])
    .execute()
}
