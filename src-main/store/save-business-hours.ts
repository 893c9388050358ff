import type { Kysely } from 'kysely'
import type { BusinessHours } from '../domain/business-hours.ts'
import type { BusinessHoursId, Instant } from '../domain/ids.ts'
import { toJson } from './json.ts'
import type { Tables } from './tables.ts'

type NewHours = Omit<BusinessHours, 'id'>

/** To be called within a transaction, like the others here. */
export async function createBusinessHours(
  db: Kysely<Tables>,
  hours: NewHours,
  now: Instant,
): Promise<BusinessHoursId> {
  const { id } = await db
    .insertInto('business_hours')
    .values({ ...columnsOf(hours), created_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns the new revision */
export async function updateBusinessHours(
  db: Kysely<Tables>,
  id: BusinessHoursId,
  hours: NewHours,
  now: Instant,
): Promise<number> {
  const { revision } = await db
    .updateTable('business_hours')
    .set(({ eb }) => ({ ...columnsOf(hours), revision: eb('revision', '+', 1), changed_at: now }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

/** Of hours that no campaign uses; deleted campaigns let go of them. */
export async function deleteBusinessHours(db: Kysely<Tables>, id: BusinessHoursId): Promise<void> {
  await db
    .updateTable('campaigns')
    .set({ business_hours_id: null })
    .where('business_hours_id', '=', id)
    .where('deleted_at', 'is not', null)
    .execute()
  await db.deleteFrom('business_hours').where('id', '=', id).execute()
}

const columnsOf = ({ name, zone, windows, holidays, closedDays }: NewHours) => ({
  name,
  zone,
  windows: toJson(windows),
  holidays: holidays === null ? null : toJson(holidays),
  closed_days: toJson(closedDays),
})
