import type { Kysely } from 'kysely'
import type { CampaignSettings } from '../domain/campaign.ts'
import type {
  AgentVersionId,
  BusinessHoursId,
  CampaignId,
  Instant,
  NumberId,
  TrunkId,
} from '../domain/ids.ts'
import type { Schedule } from '../domain/schedule.ts'
import { toJson } from './json.ts'
import { takeFromFlow } from './results/take-from-flow.ts'
import { setTrunks } from './set-trunks.ts'
import type { Tables } from './tables.ts'

/** A draft may lack its agent and its numbers until the launch; without trunks it uses the workspace's default one. */
export interface NewCampaign {
  readonly name: string
  readonly notes?: string
  readonly agentVersion: AgentVersionId | null
  /** Failover group, preferred first. */
  readonly trunks: readonly TrunkId[]
  /** In the order given. */
  readonly numbers: readonly NumberId[]
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  readonly businessHours?: BusinessHoursId | null
}

/** A new draft. To be called within a transaction. */
export async function createCampaign(
  db: Kysely<Tables>,
  campaign: NewCampaign,
  now: Instant,
): Promise<CampaignId> {
  const { id } = await db
    .insertInto('campaigns')
    .values({
      name: campaign.name,
      notes: campaign.notes ?? '',
      settings: toJson(campaign.settings),
      schedule: toJson(campaign.schedule),
      business_hours_id: campaign.businessHours ?? null,
      agent_version_id: campaign.agentVersion,
      state_since: now,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setTrunks(db, id, campaign.trunks)
  await takeFromFlow(db, id, { before: null, now: campaign.agentVersion })
  if (campaign.numbers.length > 0)
    await db
      .insertInto('campaign_numbers')
      .values(campaign.numbers.map((number, position) => ({ campaign_id: id, number_id: number, position })))
      .execute()
  return id
}
