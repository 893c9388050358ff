import type { PastAttempt } from '../../domain/attempt-caps.ts'
import type { CampaignSettings, WorkspaceCaps } from '../../domain/campaign.ts'
import type { Law } from '../../domain/compliance/law.ts'
import type { Calendar } from '../../domain/hours.ts'
import type { CampaignId, Instant, TrunkId } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { Micros } from '../../domain/money.ts'
import type { Place } from '../../domain/place.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { PoolNumber } from '../../domain/rotation.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Outcomes, OutcomeTable } from './outcomes.ts'

/** Everything that a forecast knows of a campaign; nothing is read while it runs. */
export interface ForecastInput {
  readonly campaign: CampaignId
  readonly name: string
  readonly at: Instant
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  readonly caps: WorkspaceCaps
  /** Its failover group, preferred first. */
  readonly trunks: readonly ForecastTrunk[]
  readonly spentMicros: Micros
  /** Longest call that the agent allows. */
  readonly longestCallMs: number
  readonly lastStartAt: Instant | null
  /** Starts within the last hour, oldest first. */
  readonly recentStarts: readonly Instant[]
  readonly pool: readonly PoolNumber[]
  readonly places: readonly ForecastPlace[]
  readonly list: ForecastList
  readonly people: People
}

export interface ForecastTrunk {
  readonly id: TrunkId
  readonly name: string
  readonly maxCalls: number
  readonly callsPerSecond: number
  /** `null`: it has none, and nothing is counted. */
  readonly rates: RateTable | null
  /** Credit left; `null`: not kept. */
  readonly balanceMicros: Micros | null
  readonly isPractice: boolean
}

/** Who waits there shares hours and law. */
export interface ForecastPlace {
  readonly place: Place
  readonly calendar: Calendar
  readonly law: Pick<Law, 'caps' | 'pauses' | 'minRing'>
}

/** The contacts that wait, as columns, in the order of their ids. */
export interface ForecastList {
  readonly size: number
  /** Index into `places`. */
  readonly place: Uint32Array
  readonly priority: Int8Array
  /** 1: a retry. */
  readonly isRetry: Uint8Array
  readonly readyAt: Float64Array
  /** What it waits for until then, as `holdCode` writes it. */
  readonly hold: Uint8Array
  readonly attempts: Uint8Array
  readonly unrung: Uint8Array
  /** By trunk of the group, index into the rates of its table; -1: none fits. */
  readonly rates: readonly Int16Array[]
  /** Index into `areas`. */
  readonly area: Uint32Array
  readonly areas: readonly string[]
  /** Attempts of the last 60 days, in any campaign, newest first. */
  readonly earlier: ReadonlyMap<number, readonly PastAttempt[]>
  /** When it was tried in this campaign before, oldest first. */
  readonly tries: ReadonlyMap<number, readonly Instant[]>
  /** Who has a final status already, or will be skipped when their turn comes. */
  readonly settled: Readonly<Partial<Record<LeadStatus, number>>>
}

/** Where answers, rings and talks are taken from. */
export type People =
  | { readonly from: 'history'; readonly calls: number; readonly table: OutcomeTable; readonly text: string }
  | { readonly from: 'assumptions'; readonly table: OutcomeTable; readonly text: string }
  /** What practice people do is known from their numbers. */
  | { readonly from: 'practice'; readonly play: Outcomes; readonly text: string }
