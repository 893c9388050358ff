import type { Kysely } from 'kysely'
import type { Instant, TrunkId } from '../domain/ids.ts'
import type { TrunkSettings } from '../domain/trunk.ts'
import { toJson } from './json.ts'
import type { Tables } from './tables.ts'

export interface NewTrunk {
  readonly name: string
  readonly settings: TrunkSettings
  readonly secretRef: string | null
}

/** The first trunk becomes the workspace's default. To be called within a transaction. */
export async function createTrunk(db: Kysely<Tables>, trunk: NewTrunk, now: Instant): Promise<TrunkId> {
  const other = await db.selectFrom('trunks').select('id').limit(1).executeTakeFirst()
  const { id } = await db
    .insertInto('trunks')
    .values({
      name: trunk.name,
      settings: toJson(trunk.settings),
      secret_ref: trunk.secretRef,
      is_default: other === undefined ? 1 : 0,
      created_at: now,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateTrunk(
  db: Kysely<Tables>,
  id: TrunkId,
  trunk: Partial<NewTrunk>,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('trunks')
    .set({
      changed_at: now,
      ...(trunk.name === undefined ? {} : { name: trunk.name }),
      ...(trunk.settings === undefined ? {} : { settings: toJson(trunk.settings) }),
      ...(trunk.secretRef === undefined ? {} : { secret_ref: trunk.secretRef }),
    })
    .where('id', '=', id)
    .execute()
}
