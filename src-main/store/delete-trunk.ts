import type { Kysely } from 'kysely'
import type { TrunkId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/**
 * Removes a trunk that no campaign names and no call was made over; deleted campaigns let go of it. Was it the default,
 * the oldest one left takes its place. To be called within a transaction.
 */
export async function deleteTrunk(db: Kysely<Tables>, id: TrunkId): Promise<void> {
  await db
    .deleteFrom('campaign_trunks')
    .where('trunk_id', '=', id)
    .where('campaign_id', 'in', deleted =>
      deleted.selectFrom('campaigns').select('id').where('deleted_at', 'is not', null),
    )
    .execute()
  const gone = await db
    .deleteFrom('trunks')
    .where('id', '=', id)
    .returning('is_default')
    .executeTakeFirstOrThrow()
  if (gone.is_default === 0) return
  const next = await db.selectFrom('trunks').select('id').orderBy('id').limit(1).executeTakeFirst()
  if (next !== undefined)
    await db.updateTable('trunks').set({ is_default: 1 }).where('id', '=', next.id).execute()
}

export async function hasCalls(db: Kysely<Tables>, id: TrunkId): Promise<boolean> {
  const call = await db
    .selectFrom('calls')
    .select('id')
    .where('trunk_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return call !== undefined
}
