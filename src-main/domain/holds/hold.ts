import type { CapHold } from '../attempt-caps.ts'
import type { CampaignStateName } from '../campaign-state.ts'
import type { ConsentNeed } from '../compliance/law.ts'
import type { Instant } from '../ids.ts'
import type { LeadStatus, SkipReason } from '../lead.ts'

/** One reason why nobody, or this contact, is called right now. `until: null` waits for an event, not for a time. */
export type Hold = CampaignHold | LeadOwnHold

/** About all contacts of a campaign. */
export type CampaignHold =
  | { readonly is: 'not-running'; readonly state: CampaignStateName; readonly until: null }
  | { readonly is: 'store'; readonly why: string; readonly until: null }
  | { readonly is: 'no-agent'; readonly until: null }
  | { readonly is: 'no-number'; readonly until: null }
  /** Each number is at its cap of the day, or rests. */
  | { readonly is: 'numbers-capped'; readonly why: string; readonly until: Instant | null }
  | { readonly is: 'no-trunk'; readonly until: null }
  | { readonly is: 'trunk-held'; readonly why: string; readonly until: Instant | null }
  /** Money or disk; the campaign pauses for it in a moment. */
  | { readonly is: 'budget' | 'balance' | 'disk'; readonly why: string; readonly until: null }
  | { readonly is: 'before-start'; readonly until: Instant; readonly zone: string }
  /** Closed wherever a contact waits; `until` and `zone` are of the place that opens first. */
  | {
      readonly is: 'outside-hours'
      readonly until: Instant | null
      readonly zone: string
      readonly zones: number
      readonly by: string
    }
  | { readonly is: 'nobody-left'; readonly until: null }
  /** Every contact was called; some may call back until then. */
  | { readonly is: 'completion'; readonly until: Instant; readonly zone: string }
  | { readonly is: 'campaign-full'; readonly allowed: number; readonly until: null }
  /** Fewer calls at a time, so that the share of abandoned ones stays below the law's cap. */
  | { readonly is: 'abandonment'; readonly allowed: number; readonly figure: string; readonly until: null }
  /** Every trunk that can be used is full: their names; `others` cannot be used. */
  | {
      readonly is: 'trunk-full'
      readonly allowed: number
      readonly trunks: readonly string[]
      readonly others: readonly string[]
      readonly until: null
    }
  | { readonly is: 'workspace-full'; readonly allowed: number; readonly until: null }
  | { readonly is: 'interval'; readonly until: Instant }
  | { readonly is: 'rate'; readonly until: Instant }
  | { readonly is: 'hourly-cap'; readonly allowed: number; readonly until: Instant }
  | LeadWait

/** A time that a contact waits for; of a campaign whose contacts all wait, the first such time. */
export type LeadWait =
  | { readonly is: 'retry-later' | 'agreed-time'; readonly until: Instant; readonly zone: string }
  | { readonly is: 'trunk-refused' | 'peer-silent'; readonly until: Instant; readonly zone: string }
  | { readonly is: 'cap-later'; readonly until: Instant; readonly zone: string }

/** About one contact. */
export type LeadOwnHold =
  | CapHold
  /** Closed where it is called. */
  | {
      readonly is: 'contact-hours'
      readonly until: Instant | null
      readonly zone: string
      readonly by: string
    }
  | { readonly is: 'no-phone'; readonly until: null }
  | { readonly is: 'forbidden'; readonly why: string; readonly until: null }
  | { readonly is: 'do-not-call'; readonly scope: 'all' | 'campaign'; readonly until: null }
  | { readonly is: 'no-consent'; readonly need: Exclude<ConsentNeed, 'none'>; readonly until: null }
  | { readonly is: 'number-busy'; readonly until: null }
  /** Only the contacts drawn for the test are called first. */
  | { readonly is: 'test-only'; readonly until: null }
  | { readonly is: 'finished'; readonly status: LeadStatus; readonly until: null }
  | { readonly is: 'skipped'; readonly reason: SkipReason; readonly until: null }
  | { readonly is: 'on-call'; readonly until: null }
