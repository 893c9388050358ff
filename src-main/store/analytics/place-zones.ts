import type { PlaceId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'

export interface ZonesOfPlace {
  /** Joined by `|`. */
  readonly key: string
  /** The same array for the same zones. */
  readonly all: readonly string[]
}

/** Looks each place up once. */
export function placeZones(statements: ReadOnlyFile['statements']): (place: PlaceId) => ZonesOfPlace {
  const known = new Map<PlaceId, ZonesOfPlace>()
  const byKey = new Map<string, ZonesOfPlace>()
  return place => {
    const before = known.get(place)
    if (before) return before
    const row = statements.first<{ zones: string }>('SELECT zones FROM places WHERE id = ?', place)
    const all = JSON.parse(row?.zones ?? '[]') as readonly string[]
    const key = all.join('|')
    const zones = byKey.get(key) ?? { key, all }
    byKey.set(key, zones)
    known.set(place, zones)
    return zones
  }
}
