import type { CallResult } from './call-result.ts'
import type { GoalOutcome } from './flow.ts'
import type { AgentId, CampaignId, Instant, NumberId, TrunkId } from './ids.ts'

/** What a conversation reached of its campaign's primary goal; `unknown`: a person was reached, and nothing says. */
export const callGoals = [
  'achieved',
  'partially_achieved',
  'not_achieved',
  'unknown',
] as const satisfies readonly (GoalOutcome | 'unknown')[]
export type CallGoal = (typeof callGoals)[number]

/** An hour of the week in which the INVITE left, on the wall of one zone or of the place that was called. */
export interface HourOfWeek {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  /** 0–23 */
  readonly hour: number
  /** IANA zone, or `contact`: the first one that the number's place may stand in. */
  readonly zone: string
}

/** Which calls: everything that is given holds. Empty lists, empty texts and `null` ask for nothing. */
export interface CallFilter {
  readonly campaigns: readonly CampaignId[]
  readonly results: readonly CallResult[]
  readonly agents: readonly AgentId[]
  /** Caller IDs that were shown. */
  readonly numbers: readonly NumberId[]
  readonly trunks: readonly TrunkId[]
  readonly goals: readonly CallGoal[]
  /** The INVITE left at or after this. */
  readonly from: Instant | null
  /** The INVITE left before this. */
  readonly to: Instant | null
  readonly hour: HourOfWeek | null
  /** Talk time, both ends included; whoever was not reached has none. */
  readonly minTalkSeconds: number | null
  readonly maxTalkSeconds: number | null
  readonly optedOut: boolean
  readonly recorded: boolean
  /** Part of the contact's name or numbers, or `#tag`. */
  readonly search: string
  /** Part of what the agent said or the person answered. */
  readonly said: string
}

export const allCalls: CallFilter = {
  campaigns: [],
  results: [],
  agents: [],
  numbers: [],
  trunks: [],
  goals: [],
  from: null,
  to: null,
  hour: null,
  minTalkSeconds: null,
  maxTalkSeconds: null,
  optedOut: false,
  recorded: false,
  search: '',
  said: '',
}

/** Hours from Monday 0:00, as SQL and rules compare them: 0–167. */
export const hourIndex = ({ weekday, hour }: Pick<HourOfWeek, 'weekday' | 'hour'>): number =>
  (weekday - 1) * 24 + hour
