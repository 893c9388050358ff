import type { E164, PlaceId } from '../../domain/ids.ts'
import { type Line, type Place, placeKey } from '../../domain/place.ts'
import { placeOf } from '../../numbering/place-of.ts'
import { fromJson, type Json, toJson } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'

/** Where a contact without a number may be; nobody is called there. */
export const nowhere = (zone: string | null): Place => ({
  country: null,
  region: null,
  zones: [zone ?? 'Etc/UTC'],
  line: 'unknown',
})

/** The id of a place, which is saved where it is new. */
export function placeId(sql: Statements, place: Place): PlaceId {
  const key = placeKey(place)
  const known = sql.first<{ id: PlaceId }>('SELECT id FROM places WHERE key = ?', key)
  if (known !== undefined) return known.id
  const { country, region, line, zones } = place
  return sql.run(
    'INSERT INTO places (key, country, region, line, zones) VALUES (?, ?, ?, ?, ?)',
    key,
    country,
    region,
    line,
    toJson(zones),
  ).id as PlaceId
}

export interface PlaceBefore {
  readonly number: E164 | null
  readonly zone: string | null
  readonly place: PlaceId
}

/**
 * Where a number is called from now on. A region that a file told about the contact stays; one that contradicted the
 * number stays unknown, so that the strictest law goes on to hold.
 */
export function placeAfter(
  sql: Statements,
  before: PlaceBefore,
  after: { readonly number: E164 | null; readonly zone: string | null },
): PlaceId {
  if (after.number === null) return placeId(sql, nowhere(after.zone))
  const told = before.number === null ? undefined : regionTold(sql, before.number, before)
  const place = placeOf(after.number, { zone: after.zone, region: told ?? null })
  return placeId(sql, told === null ? { ...place, region: null } : place)
}

/** `undefined`: the number alone tells it. */
function regionTold(sql: Statements, number: E164, { zone, place }: PlaceBefore): string | null | undefined {
  const { region } = storedPlace(sql, place)
  return region === placeOf(number, { zone }).region ? undefined : region
}

function storedPlace(sql: Statements, id: PlaceId): Place {
  const row = sql.first<{
    country: string | null
    region: string | null
    line: Line
    zones: Json<readonly string[]>
  }>('SELECT country, region, line, zones FROM places WHERE id = ?', id)
  if (row === undefined) throw new Error(`there is no place ${id}`)
  return { ...row, zones: fromJson(row.zones) }
}
