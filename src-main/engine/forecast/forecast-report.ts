import type { CampaignId, E164, Instant } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { Band } from './band.ts'
import type { RunEnd } from './simulated-run.ts'

/** What a campaign would come to if it went on from now, with everything else as it is. */
export interface ForecastReport {
  readonly campaign: CampaignId
  readonly name: string
  readonly at: Instant
  /** Contacts that would be called. */
  readonly contacts: number
  /** How the middle run ends. */
  readonly end: RunEnd
  readonly firstCallAt: Instant | null
  /** Instants; `null`: it would not come to its end. */
  readonly finishAt: Band | null
  readonly calls: Band
  /** Over the hours in which it calls. */
  readonly callsPerHour: { readonly typical: number; readonly peak: number }
  /** The caller ID and day with the most calls. */
  readonly mostOnOneNumber: {
    readonly number: E164
    readonly day: string
    readonly calls: number
    readonly cap: number
  } | null
  /** `null`: its trunks have no rates. */
  readonly cost: { readonly currency: string; readonly micros: Band } | null
  /** Contacts with a conversation. */
  readonly reached: Band
  /** Calls that are picked up, by whomever or whatever. */
  readonly answered: Band
  /** Calls in which the person asks not to be called again. */
  readonly optOuts: Band
  /** When it stands still with contacts left, and why: the longest hundred, in order. */
  readonly idles: readonly {
    readonly from: Instant
    readonly until: Instant | null
    readonly reason: string
    readonly text: string
  }[]
  /** Of all contacts of the campaign, at the end of the middle run; who was not called to the end is `pending`. */
  readonly statuses: Readonly<Partial<Record<LeadStatus, number>>>
  /** Days in the campaign's zone on which calls start. */
  readonly days: readonly {
    readonly date: string
    readonly calls: number
    /** Hours of the day in which calls start. */
    readonly hours: number
  }[]
  /** First instants of the UTC clock hours of a day ahead in which calls start; the first one has begun. */
  readonly hours: readonly { readonly at: Instant; readonly calls: number }[]
  /** Contacts in a final status over time; at most 100 points. */
  readonly curve: readonly { readonly at: Instant; readonly finished: Band }[]
  /** Where contacts wait, and whether calls may start there now; `until`: when that changes. */
  readonly zones: readonly {
    readonly zone: string
    readonly contacts: number
    readonly open: boolean
    readonly until: Instant
  }[]
  /** What answers, rings and talks were taken from. */
  readonly rates: {
    readonly from: 'history' | 'assumptions' | 'practice'
    /** Ended calls behind the history; 0 for the others. */
    readonly calls: number
    readonly text: string
  }
  /** Simulated runs behind the bands; a single one has its band by formula. */
  readonly runs: number
  readonly tookMs: number
}

/** Why there is no forecast, in words. */
export interface ForecastRefusal {
  readonly refused: 'not_found'
  readonly message: string
}
