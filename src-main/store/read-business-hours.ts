import type { Kysely } from 'kysely'
import type { BusinessHours } from '../domain/business-hours.ts'
import type { BusinessHoursId, CampaignId } from '../domain/ids.ts'
import { fromJson, fromJsonOrNull } from './json.ts'
import type { Tables } from './tables.ts'

export interface StoredBusinessHours extends BusinessHours {
  readonly revision: number
  /** Campaigns that use them. */
  readonly campaigns: readonly { readonly id: CampaignId; readonly name: string }[]
}

/** All shared hours by name, or the ones that are asked for. */
export async function readBusinessHours(
  db: Kysely<Tables>,
  only?: BusinessHoursId,
): Promise<readonly StoredBusinessHours[]> {
  const all = db.selectFrom('business_hours').selectAll().orderBy('name')
  const [rows, used] = await Promise.all([
    (only === undefined ? all : all.where('id', '=', only)).execute(),
    db
      .selectFrom('campaigns')
      .select(['id', 'name', 'business_hours_id as hours'])
      .where('business_hours_id', 'is not', null)
      .where('deleted_at', 'is', null)
      .orderBy('name')
      .execute(),
  ])
  const campaigns = Map.groupBy(used, ({ hours }) => hours)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    zone: row.zone,
    windows: fromJson(row.windows),
    holidays: fromJsonOrNull(row.holidays),
    closedDays: fromJson(row.closed_days),
    revision: row.revision,
    campaigns: (campaigns.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
  }))
}
