import type { Kysely } from 'kysely'
import type { BusinessHoursId, CampaignId, E164, Instant, NumberId } from '../domain/ids.ts'
import { currencyOf } from '../domain/rates.ts'
import { readUsedTrunks } from './read-used-trunks.ts'
import type { Tables } from './tables.ts'

/** What the form of a campaign shows beside its own settings. */
export interface CampaignFormFacts {
  /** Of its agent, published last; `null`: it has no agent. */
  readonly newestVersion: number | null
  readonly businessHours: { readonly id: BusinessHoursId; readonly name: string } | null
  /** In the order of rotation. */
  readonly numbers: readonly {
    readonly id: NumberId
    readonly number: E164
    readonly name: string
    readonly country: string | null
    readonly weight: number
    readonly enabled: boolean
  }[]
  /** Of the rates of its trunks, or of the default trunk. */
  readonly currency: string | null
  readonly changedAt: Instant
}

export async function readCampaignForm(
  db: Kysely<Tables>,
  id: CampaignId,
): Promise<CampaignFormFacts | null> {
  const row = await db
    .selectFrom('campaigns')
    .leftJoin('business_hours', 'business_hours.id', 'campaigns.business_hours_id')
    .select(({ selectFrom }) => [
      'campaigns.changed_at',
      'business_hours.id as hours_id',
      'business_hours.name as hours_name',
      selectFrom('agent_versions as pinned')
        .innerJoin('agents', 'agents.id', 'pinned.agent_id')
        .innerJoin('agent_versions as newest', 'newest.id', 'agents.published_version_id')
        .select('newest.version')
        .whereRef('pinned.id', '=', 'campaigns.agent_version_id')
        .as('newest_version'),
    ])
    .where('campaigns.id', '=', id)
    .where('campaigns.deleted_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const numbers = await db
    .selectFrom('campaign_numbers')
    .innerJoin('numbers', 'numbers.id', 'campaign_numbers.number_id')
    .select([
      'numbers.id',
      'numbers.e164 as number',
      'numbers.name',
      'numbers.country',
      'campaign_numbers.weight',
      'campaign_numbers.enabled',
    ])
    .where('campaign_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    newestVersion: row.newest_version,
    businessHours: row.hours_id === null ? null : { id: row.hours_id, name: row.hours_name ?? '' },
    numbers: numbers.map(number => ({ ...number, enabled: number.enabled === 1 })),
    currency: currencyOf(await readUsedTrunks(db, id)),
    changedAt: row.changed_at,
  }
}
