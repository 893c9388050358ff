import type { CampaignId, PlaceId } from '../../domain/ids.ts'
import type { Line, Place } from '../../domain/place.ts'
import type { CampaignRecord } from '../../engine/ports/campaign-record.ts'
import { campaignRecord } from '../../store/engine/campaign-records.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { Statements } from '../../store/sqlite-file.ts'

export interface CampaignPlaces {
  readonly campaign: CampaignRecord
  /** Every place that contacts stand at. */
  readonly places: readonly (Place & { readonly id: PlaceId })[]
}

/** What the law has to know before it can be asked about many contacts; `null`: there is no such campaign. */
export function campaignPlaces(
  { statements }: ReadOnlyFile,
  { id }: { readonly id: CampaignId },
): CampaignPlaces | null {
  // Reads only, by one statement.
  const campaign = campaignRecord(statements as Statements, id)
  if (campaign === null || campaign.isDeleted) return null
  const places = statements.rows<{
    id: PlaceId
    country: string | null
    region: string | null
    line: Line
    zones: Json<readonly string[]>
  }>('SELECT id, country, region, line, zones FROM places')
  return { campaign, places: places.map(({ zones, ...place }) => ({ ...place, zones: fromJson(zones) })) }
}
