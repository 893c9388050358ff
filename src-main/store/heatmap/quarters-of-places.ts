import type { QuarterCount } from '../../domain/heatmap/heatmap.ts'
import type { CampaignId, Instant, PlaceId } from '../../domain/ids.ts'
import { fromJson, type Json } from '../json.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'

/** Calls that left from `from` on and before `until`, each on the clock of its place. */
export function* quartersOfPlaces(
  file: ReadOnlyFile,
  campaign: CampaignId,
  from: Instant,
  until: Instant,
): Generator<QuarterCount> {
  const zoneOf = placeZones(file)
  const rows = file.each(
    `SELECT quarter, place_id, calls, people FROM call_quarters
     WHERE campaign_id = ? AND quarter >= ? AND quarter < ?`,
    [campaign, from, until],
  )
  for (const [quarter, place, calls, people] of rows)
    yield {
      quarter: quarter as Instant,
      zone: zoneOf(place as PlaceId),
      calls: calls as number,
      people: people as number,
    }
}

/** As everywhere a place with several zones is told by its first. */
function placeZones({ statements }: ReadOnlyFile): (place: PlaceId) => string {
  const rows = statements.rows<{ id: PlaceId; zones: Json<readonly string[]> }>(
    'SELECT id, zones FROM places',
  )
  const zones = new Map(rows.map(({ id, zones }) => [id, fromJson(zones)[0] ?? 'UTC']))
  return place => zones.get(place) ?? 'UTC'
}
