import type { HoursLayer } from '../hours.ts'
import type { Instant } from '../ids.ts'
import type { Place } from '../place.ts'

/** What a call is for: decides which rules apply. */
export const purposes = ['information', 'survey', 'marketing', 'debt_collection'] as const
export type Purpose = (typeof purposes)[number]

/** A machine talks, or a person whom the call is bridged to. */
export type VoiceKind = 'automated' | 'bridged'

export const consentNeeds = ['none', 'express', 'express_written'] as const
export type ConsentNeed = (typeof consentNeeds)[number]

/** A rule by name, with where it comes from. */
export interface RuleRef {
  /** Stable: `us-fl/attempts`. */
  readonly id: string
  /** `Florida, US`. */
  readonly jurisdiction: string
  /** The rule in one sentence, as the interface shows it. */
  readonly text: string
  readonly citation: string
  readonly verified: boolean
}

/** At most so many attempts within a sliding time. */
export interface AttemptCap {
  readonly attempts: number
  readonly withinMs: number
  readonly per: 'number' | 'contact'
  readonly rule: RuleRef
}

/** Nobody is called for so long after this. */
export interface LegalPause {
  readonly after: 'conversation' | 'abandoned' | 'refusal'
  readonly forMs: number
  readonly rule: RuleRef
}

/** At most this share of calls answered by people may be abandoned, over this time, per campaign. */
export interface AbandonmentCap {
  /** 0–1. */
  readonly share: number
  readonly withinMs: number
  readonly rule: RuleRef
}

/** Everything the law asks of calls of one kind to one place, the strictest of all rules that may apply. */
export interface Law {
  /** All must be open for a call to start. */
  readonly hours: readonly HoursLayer[]
  readonly caps: readonly AttemptCap[]
  readonly pauses: readonly LegalPause[]
  /** Shortest ring; `null`: none asked for. */
  readonly minRing: { readonly seconds: number; readonly rule: RuleRef } | null
  readonly consent: { readonly need: ConsentNeed; readonly rule: RuleRef | null }
  readonly abandonment: readonly AbandonmentCap[]
  /** What must be said, offered, shown or kept. */
  readonly duties: readonly { readonly duty: Duty; readonly rule: RuleRef }[]
  /** All that were asked, by id: goes to the decision log. */
  readonly rules: readonly RuleRef[]
}

export const duties = [
  'say_name',
  'say_machine',
  'offer_opt_out',
  'honour_opt_out',
  'live_announcement',
  'show_number',
  'keep_consent_proof',
] as const
export type Duty = (typeof duties)[number]

/** Name of the public holiday at a place on a local date (`2026-11-26`); `null`: none. */
export type Holidays = (country: string, region: string | null, date: string) => string | null

/** The law for calls of a campaign to a place, as of a time. */
export interface LawQuery {
  readonly place: Place
  readonly purpose: Purpose
  readonly voice: VoiceKind
  readonly at: Instant
}
