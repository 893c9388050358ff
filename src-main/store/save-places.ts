import type { Kysely } from 'kysely'
import type { PlaceId } from '../domain/ids.ts'
import { type Place, placeKey } from '../domain/place.ts'
import { toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** Ids of places by their keys; those that are new are saved. To be called within a transaction. */
export async function placeIds(
  db: Kysely<Tables>,
  places: readonly Place[],
): Promise<ReadonlyMap<string, PlaceId>> {
  const distinct = new Map(places.map(place => [placeKey(place), place]))
  if (distinct.size === 0) return new Map()
  const rows = await db
    .insertInto('places')
    .values(
      [...distinct].map(([key, { country, region, line, zones }]) => ({
        key,
        country,
        region,
        line,
        zones: toJson(zones),
      })),
    )
    // Nothing changes, but the known ones are returned too.
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet(({ ref }) => ({ country: ref('excluded.country') })),
    )
    .returning(['id', 'key'])
    .execute()
  return new Map(rows.map(({ id, key }) => [key, id]))
}
