import { type HeatCell, heatmap, type QuarterCount } from '../../domain/heatmap/heatmap.ts'
import type { CampaignId, Instant, PlaceId } from '../../domain/ids.ts'
import { fromJson, type Json } from '../json.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'

export interface HeatmapQuery {
  readonly campaign: CampaignId
  /** IANA zone for all calls; `null`: each counts on the clock of the place it went to. */
  readonly zone: string | null
}

/** When people answer, of all calls of a campaign. */
export const readHeatmap = (file: ReadOnlyFile, query: HeatmapQuery): readonly HeatCell[] =>
  heatmap(quarters(file, query))

function* quarters(file: ReadOnlyFile, { campaign, zone }: HeatmapQuery): Generator<QuarterCount> {
  const zoneOf = zone === null ? placeZones(file) : () => zone
  const rows = file.each('SELECT quarter, place_id, calls, people FROM call_quarters WHERE campaign_id = ?', [
    campaign,
  ])
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
