import { CompiledQuery, type Kysely } from 'kysely'
import type { RotationSettings } from '../domain/campaign.ts'
import type { CampaignStateName } from '../domain/campaign-state.ts'
import type { CampaignId, Instant, NumberId } from '../domain/ids.ts'
import type { PoolNumber } from '../domain/rotation.ts'
import type { CampaignNumber } from './campaign-parts.ts'
import { type PoolRow, poolQuery, poolValues, toPoolNumber } from './engine/number-records.ts'
import { fromJson } from './json.ts'
import type { Tables } from './tables.ts'

/** The caller IDs of a campaign as the engine would choose among them now, and how. */
export interface Rotation {
  readonly state: CampaignStateName
  readonly revision: number
  readonly settings: RotationSettings
  /** In the campaign's order. */
  readonly pool: readonly PoolNumber[]
  /** The same, with the campaign's own switch. */
  readonly list: readonly CampaignNumber[]
}

/** `null`: there is no such campaign. */
export async function readRotation(
  db: Kysely<Tables>,
  id: CampaignId,
  now: Instant,
): Promise<Rotation | null> {
  const campaign = await db
    .selectFrom('campaigns')
    .select(['state', 'revision', 'settings'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (campaign === undefined) return null
  const { rows } = await db.executeQuery<PoolRow>(CompiledQuery.raw(poolQuery, [...poolValues(id, now)]))
  const list = await db
    .selectFrom('campaign_numbers')
    .select(['number_id as id', 'enabled', 'weight'])
    .where('campaign_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    state: campaign.state,
    revision: campaign.revision,
    settings: fromJson(campaign.settings).rotation,
    pool: rows.map(row => toPoolNumber(row, now)),
    list: list.map(({ enabled, ...number }) => ({ ...number, enabled: enabled === 1 })),
  }
}

const HOUR = 3_600_000

/** Calls of a campaign that left within the last hour. */
export async function callsOfLastHour(
  db: Kysely<Tables>,
  campaign: CampaignId,
  now: Instant,
): Promise<number> {
  const { calls } = await db
    .selectFrom('calls')
    .select(({ fn }) => fn.countAll<number>().as('calls'))
    .where('sending_at', '>', now - HOUR)
    .where('campaign_id', '=', campaign)
    .executeTakeFirstOrThrow()
  return calls
}

/** Whether a call was ever made with a number. */
export async function hasCalls(db: Kysely<Tables>, number: NumberId): Promise<boolean> {
  const call = await db
    .selectFrom('calls')
    .select('id')
    .where('number_id', '=', number)
    .limit(1)
    .executeTakeFirst()
  return call !== undefined
}
