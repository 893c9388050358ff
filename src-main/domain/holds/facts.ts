import type { CapHold } from '../attempt-caps.ts'
import type { CampaignSettings, WorkspaceCaps } from '../campaign.ts'
import type { CampaignState } from '../campaign-state.ts'
import type { ConsentNeed } from '../compliance/law.ts'
import type { CalendarState } from '../hours.ts'
import type { Instant } from '../ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from '../lead.ts'
import type { Schedule } from '../schedule.ts'
import type { TrunkFacts } from '../trunk-group.ts'

export interface CampaignFacts {
  readonly state: CampaignState
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  /** Windows do not apply: a trunk on loopback and `anyTime`. */
  readonly hoursLifted: boolean
  readonly hasAgent: boolean
  readonly usableNumbers: number
  /** Why none of the usable numbers may be shown now, and when the first may again; `null`: one may. */
  readonly numbersOut: { readonly why: string; readonly until: Instant | null } | null
  readonly lastStartAt: Instant | null
  /** When the sliding hour has room for the next start; `null`: now. */
  readonly hourlyFreeAt: Instant | null
  readonly activeCalls: number
  /** Calls at a time that the law's cap on abandoned ones leaves; `null`: it is not near. */
  readonly abandonment: { readonly allowed: number; readonly figure: string } | null
  /** What its money or the disk is short of. */
  readonly short: readonly { readonly is: 'budget' | 'balance' | 'disk'; readonly why: string }[]
  /** Its failover group, preferred first; empty: there is no trunk at all. */
  readonly trunks: readonly TrunkFacts[]
  readonly workspace: {
    readonly caps: WorkspaceCaps
    readonly activeCalls: number
    readonly slot: Instant | null
  }
  readonly list: ListFacts
  /** Where contacts wait, each place once; empty where that was not asked. */
  readonly waiting: readonly WaitingPlace[]
  /** Why the workspace cannot be written, in words. */
  readonly storeProblem: string | null
}

/** Contacts of a campaign by what becomes of them. */
export interface ListFacts {
  readonly pending: number
  readonly retry: number
  /** Queued, dialing or in a call. */
  readonly inProgress: number
  /** Were called; final when their completion timeout is over. */
  readonly called: number
  /** When the first of the called ones becomes final. */
  readonly calledUntil: Instant | null
  /** Final, but not completed: a restart calls them again. */
  readonly restartable: number
}

/** Contacts of a campaign that wait at one place. */
export interface WaitingPlace {
  readonly zone: string
  readonly calendar: CalendarState
  /** When the first of them may be tried, hours aside, and what it waits for. */
  readonly readyAt: Instant
  readonly hold: LeadHold | null
}

/** What is known about one contact when its turn comes. */
export interface LeadFacts {
  readonly status: LeadStatus
  readonly skipReason: SkipReason | null
  readonly readyAt: Instant
  readonly hold: LeadHold | null
  /** Zone of its place in which times are told. */
  readonly zone: string
  readonly hasNumber: boolean
  /** Why its number is never called at all; `null`: it may be. */
  readonly forbidden: string | null
  readonly suppressed: 'all' | 'campaign' | null
  /** On a call anywhere in the workspace. */
  readonly isBusy: boolean
  /** Kind of consent that is asked for and not on file. */
  readonly lacksConsent: Exclude<ConsentNeed, 'none'> | null
  readonly caps: readonly CapHold[]
  readonly calendar: CalendarState
  /** A test runs, and this contact was not drawn for it. */
  readonly leftOutOfTest: boolean
}
