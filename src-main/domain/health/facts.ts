import type { CampaignStateName } from '../campaign-state.ts'
import type { Hold } from '../holds/hold.ts'
import type { E164, Instant, NumberId, TrunkId } from '../ids.ts'
import type { Micros } from '../money.ts'
import type { NumberScore } from './finding.ts'

/** Ended calls of a campaign within a time. */
export interface CallsWithin {
  readonly since: Instant
  readonly ended: number
  readonly people: number
  readonly failed: number
  readonly costMicros: Micros
  /** Clock hours in which calls ended. */
  readonly hours: number
}

/** What the advisor judges a campaign by. */
export interface HealthFacts {
  readonly now: Instant
  readonly state: CampaignStateName
  /** Most important first. */
  readonly holds: readonly {
    readonly reason: Hold['is']
    readonly text: string
    readonly until: Instant | null
  }[]
  readonly activeCalls: number
  readonly callsLastHour: number
  /** Contacts that wait, contacts that were called, and calls that these took. */
  readonly remaining: number
  readonly contacted: number
  readonly ended: number
  /** This clock hour and the one before; the last 24 hours; the seven days before these. */
  readonly lately: CallsWithin
  readonly day: CallsWithin
  readonly before: CallsWithin
  readonly pacing: {
    readonly callsPerHour: number | null
    readonly intervalMs: number
  }
  readonly money: {
    readonly currency: string
    readonly costMicros: Micros
    readonly budgetMicros: Micros | null
    readonly balanceMicros: Micros | null
  } | null
  readonly abandonment: { readonly share: number | null; readonly cap: number; readonly days: number } | null
  readonly trunks: readonly {
    readonly id: TrunkId
    readonly name: string
    readonly down: { readonly since: Instant; readonly why: string } | null
  }[]
  readonly numbers: {
    /** Calls that those in use may still make today. */
    readonly room: number
    /** When the campaign closes or their day ends, whichever comes first. */
    readonly until: Instant
    readonly spamThreshold: number
    /** Those that may be shown now. */
    readonly inUse: readonly {
      readonly id: NumberId
      readonly e164: E164
      readonly score: number
      readonly most: NumberScore['most']
    }[]
  }
}
