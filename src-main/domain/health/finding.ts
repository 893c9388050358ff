import type { Hold } from '../holds/hold.ts'
import type { E164, Instant, NumberId, TrunkId } from '../ids.ts'
import type { Micros } from '../money.ts'
import type { SpamSignal } from '../spam-score.ts'

/** Gravest first. */
export const findingLevels = ['problem', 'warning', 'info'] as const
export type FindingLevel = (typeof findingLevels)[number]

/** Something about a running campaign that a supervisor should know, with its figures; shares are 0–1. */
export type Finding = { readonly level: FindingLevel } & (
  | CannotStart
  | TrunkDown
  | Failures
  | LowAnswers
  | Slow
  | Abandoned
  | Budget
  | Balance
  | NumbersFull
  | NumberScore
)

/** Nobody can be called until somebody acts. */
export interface CannotStart {
  readonly is: 'cannot_start'
  readonly reason: Hold['is']
  readonly why: string
}

export interface TrunkDown {
  readonly is: 'trunk_down'
  readonly trunk: TrunkId
  readonly name: string
  readonly why: string
  readonly since: Instant
  /** Others of its group that still carry calls. */
  readonly others: number
}

export interface Failures {
  readonly is: 'failures'
  readonly failed: number
  readonly ended: number
  readonly since: Instant
}

/** Over 24 hours. */
export interface LowAnswers {
  readonly is: 'low_answers'
  readonly people: number
  readonly ended: number
  /** Of the seven days before; `null`: too few calls to compare. */
  readonly usual: number | null
}

export interface Slow {
  readonly is: 'slow'
  /** Over the hours of the last 24 in which it called. */
  readonly callsPerHour: number
  /** Calls that the waiting contacts take by what a contact took so far. */
  readonly callsLeft: number
  /** Hours of calling at this pace. */
  readonly hoursLeft: number
  /** The setting that keeps it from going faster; `null`: none of them does. */
  readonly by: 'hourly_cap' | 'interval' | 'lines' | null
}

export interface Abandoned {
  readonly is: 'abandoned'
  readonly share: number
  readonly cap: number
  readonly days: number
}

export interface Budget {
  readonly is: 'budget'
  readonly spentMicros: Micros
  readonly budgetMicros: Micros
  readonly currency: string
  /** At what the last hours cost; `null`: they cost nothing. */
  readonly reachedAt: Instant | null
}

export interface Balance {
  readonly is: 'balance'
  readonly balanceMicros: Micros
  readonly currency: string
  readonly usedUpAt: Instant
}

export interface NumbersFull {
  readonly is: 'numbers_full'
  /** Calls that they may still make today. */
  readonly room: number
  /** Calls until `until` at the pace of the last hour. */
  readonly wanted: number
  /** When the room is used up. */
  readonly fullAt: Instant
  readonly until: Instant
}

export interface NumberScore {
  readonly is: 'number_score'
  readonly number: NumberId
  readonly e164: E164
  readonly score: number
  /** From this score on it rests. */
  readonly limit: number
  /** What weighs most in it; `null`: set by hand or not worked out yet. */
  readonly most: { readonly signal: SpamSignal; readonly seen: string } | null
}
