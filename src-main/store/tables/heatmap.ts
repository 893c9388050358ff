import type { GoalOutcome } from '../../domain/flow.ts'
import type { CampaignId, Instant, PlaceId } from '../../domain/ids.ts'

/** Kept by a trigger on `calls`: ended calls by the quarter of an hour in which they left, and where they went. */
export interface CallQuartersTable {
  readonly campaign_id: CampaignId
  /** Its first instant. */
  readonly quarter: Instant
  readonly place_id: PlaceId
  calls: number
  /** Those with the result `answered`. */
  people: number
}

/** Kept by triggers on `calls`: what came of the primary goal in conversations. */
export interface GoalCountsTable {
  readonly campaign_id: CampaignId
  readonly outcome: GoalOutcome | 'unknown'
  calls: number
}
