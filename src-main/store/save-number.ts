import type { Kysely } from 'kysely'
import type { E164, Instant, NumberId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/** Records a caller ID; a number that is known already keeps its id and name. */
export async function saveNumber(
  db: Kysely<Tables>,
  number: { readonly e164: E164; readonly name: string },
  now: Instant,
): Promise<NumberId> {
  const { id } = await db
    .insertInto('numbers')
    .values({ e164: number.e164, name: number.name, created_at: now })
    .onConflict(conflict =>
      conflict.column('e164').doUpdateSet(({ ref }) => ({ enabled: ref('excluded.enabled') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
