import type { BusinessHours } from '../../domain/business-hours.ts'
import type { CampaignSettings } from '../../domain/campaign.ts'
import type { CampaignState } from '../../domain/campaign-state.ts'
import type { AgentVersionId, CampaignId, Instant, TrunkId } from '../../domain/ids.ts'
import type { Micros } from '../../domain/money.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { TrunkSettings } from '../../domain/trunk.ts'

/** A trunk that may carry a campaign's calls. */
export interface CarryingTrunk {
  readonly id: TrunkId
  readonly name: string
  readonly settings: TrunkSettings
  /** `null`: nothing is known, and nothing is counted. */
  readonly rates: RateTable | null
  /** Credit left; `null`: not kept. */
  readonly balanceMicros: Micros | null
  /** Leads to the built-in practice carrier: nobody real is called. */
  readonly isPractice: boolean
}

export interface CampaignRecord {
  readonly id: CampaignId
  readonly name: string
  readonly state: CampaignState
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  /** Instead of the schedule's own windows. */
  readonly businessHours: BusinessHours | null
  readonly agentVersion: AgentVersionId | null
  /** Its failover group, preferred first, or the workspace's default trunk alone; empty: there is none. */
  readonly trunks: readonly CarryingTrunk[]
  /** Sum of its calls' costs, over all runs. */
  readonly costMicros: Micros
  readonly run: number
  /** While a test runs: how many contacts it calls. */
  readonly testContacts: number | null
  readonly lastStartAt: Instant | null
  /** Since when every number is switched off, excluded or at its cap. */
  readonly numbersOutSince: Instant | null
  /** Hidden everywhere; only calls of an earlier process are still settled. */
  readonly isDeleted: boolean
}
