import type { Kysely } from 'kysely'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { AgentVersionId, CampaignId, Instant, NumberId, TrunkId } from '../domain/ids.ts'
import type { Schedule } from '../domain/schedule.ts'
import { toJson } from './json.ts'
import type { Tables } from './tables.ts'

export interface NewCampaign {
  readonly name: string
  readonly agentVersion: AgentVersionId
  readonly trunk: TrunkId
  readonly numbers: readonly NumberId[]
  readonly settings: CampaignSettings
  readonly schedule: Schedule
}

/** A new draft with its caller IDs, in the order given. To be called within a transaction. */
export async function createCampaign(
  db: Kysely<Tables>,
  campaign: NewCampaign,
  now: Instant,
): Promise<CampaignId> {
  const { id } = await db
    .insertInto('campaigns')
    .values({
      name: campaign.name,
      settings: toJson(campaign.settings),
      schedule: toJson(campaign.schedule),
      agent_version_id: campaign.agentVersion,
      trunk_id: campaign.trunk,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('campaign_numbers')
    .values(campaign.numbers.map((number, position) => ({ campaign_id: id, number_id: number, position })))
    .execute()
  return id
}
