import type { Generated, Selectable } from 'kysely'
import type { BusinessHours, ClosedDay } from '../../domain/business-hours.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { CampaignSettings } from '../../domain/campaign.ts'
import type { CampaignStateName, PauseReason, Resting } from '../../domain/campaign-state.ts'
import type {
  AgentVersionId,
  BusinessHoursId,
  CampaignId,
  Instant,
  NumberId,
  TrunkId,
} from '../../domain/ids.ts'
import type { LaunchChoices, LaunchIntent } from '../../domain/launch.ts'
import type { Micros } from '../../domain/money.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Json } from '../json.ts'
import type { Flag, RowId } from './row.ts'

/** Shared, named hours. */
export interface BusinessHoursTable {
  readonly id: RowId<BusinessHoursId>
  name: string
  zone: string
  windows: Json<Schedule['windows']>
  holidays: Json<NonNullable<BusinessHours['holidays']>> | null
  closed_days: Json<readonly ClosedDay[]>
  revision: Generated<number>
  readonly created_at: Instant
  changed_at: Instant
}

export interface CampaignsTable {
  readonly id: RowId<CampaignId>
  name: string
  notes: Generated<string>
  state: Generated<CampaignStateName>
  /** When it came into this state. */
  state_since: Generated<Instant>
  /** Set while `draining`: where it rests afterwards. */
  drains_towards: Resting['is'] | null
  /** Set while `paused` or draining towards it. */
  pause_reason: PauseReason | null
  /** Words with the figure behind an auto-pause. */
  pause_detail: Generated<string>
  settings: Json<CampaignSettings>
  schedule: Json<Schedule>
  /** These hours instead of the schedule's own windows. */
  business_hours_id: BusinessHoursId | null
  agent_version_id: AgentVersionId | null
  /** Counts launches and restarts; 0 before the first. */
  run: Generated<number>
  /** The first run that its contacts remember: that of the latest reset. */
  history_from: Generated<number>
  /** Choices of the latest launch. */
  launch: Json<LaunchChoices> | null
  /** While a test runs: how many contacts it calls. */
  test_contacts: number | null
  /** Sum of its calls' costs, over all runs. */
  cost_micros: Generated<Micros>
  /** Since when every number is switched off, excluded or at its cap. */
  numbers_out_since: Instant | null
  /** Hidden everywhere; its calls stay for the reports and for the law's caps. */
  deleted_at: Instant | null
  /** Deleted, and what its calls hold is still to be erased. */
  erasing: Generated<Flag>
  /** A launch that is preparing its contacts; the next start of the program goes on with it. */
  launching: Json<LaunchIntent> | null
  /** Grows with each edit: the second of two windows that save is refused. */
  revision: Generated<number>
  launched_at: Instant | null
  ended_at: Instant | null
  /** Start of the latest call: keeps the interval across a restart. */
  last_start_at: Instant | null
  readonly created_at: Instant
  changed_at: Instant
}

/** The failover group of a campaign, preferred first; without rows the workspace's default trunk carries its calls. */
export interface CampaignTrunksTable {
  readonly campaign_id: CampaignId
  readonly trunk_id: TrunkId
  readonly position: number
}

export interface CampaignNumbersTable {
  readonly campaign_id: CampaignId
  readonly number_id: NumberId
  position: number
  enabled: Generated<Flag>
  /** Share of calls by the strategy `weighted`: 1–100. */
  weight: Generated<number>
  /** Latest call that showed this number: round robin takes the smallest. */
  last_call_id: Generated<number>
}

/** Roll-up written when a call is settled; `hour` is the first instant of the UTC hour in which it ended. */
export interface CampaignHoursTable {
  readonly campaign_id: CampaignId
  readonly hour: Instant
  readonly result: CallResult
  calls: number
  answered: number
  talk_ms: number
  /** Calls in which the goal was achieved. */
  achieved: number
  opt_outs: number
  cost_micros: Generated<Micros>
}

/** Kept by triggers on `campaign_hours`: its rows over all hours. */
export interface CampaignTotalsTable extends Omit<CampaignHoursTable, 'hour' | 'cost_micros'> {
  cost_micros: Micros
}

export type CampaignRow = Selectable<CampaignsTable>
