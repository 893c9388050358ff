import type { Instant } from '../ids.ts'
import type { Line, Place } from '../place.ts'
import type { Schedule } from '../schedule.ts'
import { dateOf, localDay } from '../zone-clock.ts'
import type { ConsentNeed, Duty, LegalPause, Purpose, RuleRef, VoiceKind } from './law.ts'

/** The rules of one jurisdiction. */
export interface Profile {
  /** Stable: `us-fl`. */
  readonly id: string
  /** Of its file; higher after each change. */
  readonly version: number
  /** `Florida, US`. */
  readonly jurisdiction: string
  readonly where: Jurisdiction
  readonly rules: readonly ComplianceRule[]
}

export type Jurisdiction =
  /** ISO 3166-1 alpha-2; `region` is one of them by ISO 3166-2 without the country, `null` all of them. */
  | { readonly is: 'countries'; readonly countries: readonly string[]; readonly region: string | null }
  /** Wherever no other profile sets hours. */
  | { readonly is: 'elsewhere' }

export type ComplianceRule = { readonly ref: RuleRef; readonly scope: Scope } & InForce & RuleContent

export interface InForce {
  /** Local dates (`2026-10-01`), both included; `null`: open. */
  readonly from: string | null
  readonly to: string | null
}

/** Calls that a rule is about; `null`: all. */
export interface Scope {
  readonly purposes: readonly Purpose[] | null
  readonly voice: VoiceKind | null
  /** A line of unknown kind counts as any. */
  readonly line: Exclude<Line, 'unknown'> | null
}

export type RuleContent =
  | HoursRule
  | AttemptsRule
  | PauseRule
  | RingRule
  | ConsentRule
  | AbandonmentRule
  | DutyRule

export interface HoursRule {
  readonly is: 'hours'
  /** On the called party's wall clock; none runs over midnight. */
  readonly windows: Schedule['windows']
  /** Closed on public holidays of the country, or of the region too. */
  readonly holidays: 'national' | 'regional' | null
}

export interface AttemptsRule {
  readonly is: 'attempts'
  readonly attempts: number
  readonly withinMs: number
  /** Counted each way on its own. */
  readonly per: readonly ('number' | 'contact')[]
}

export interface PauseRule {
  readonly is: 'pause'
  readonly after: LegalPause['after']
  readonly forMs: number
}

export interface RingRule {
  readonly is: 'ring'
  readonly seconds: number
}

export interface ConsentRule {
  readonly is: 'consent'
  readonly need: ConsentNeed
}

export interface AbandonmentRule {
  readonly is: 'abandonment'
  /** 0–1. */
  readonly share: number
  readonly withinMs: number
}

export interface DutyRule {
  readonly is: 'duty'
  readonly duty: Duty
}

/** A rule and the profile that it stands in. */
export interface RuleAt {
  readonly rule: ComplianceRule
  readonly profile: Profile
}

/** A place of unknown region may be in any: all regions of its country apply. */
export const appliesAt = ({ where }: Profile, place: Place): boolean =>
  where.is === 'countries' &&
  place.country !== null &&
  where.countries.includes(place.country) &&
  (where.region === null || place.region === null || where.region === place.region)

export const isAbout = ({ purposes, voice, line }: Scope, call: Scoped): boolean =>
  (purposes === null || purposes.includes(call.purpose)) &&
  (voice === null || voice === call.voice) &&
  (line === null || call.place.line === 'unknown' || line === call.place.line)

interface Scoped {
  readonly purpose: Purpose
  readonly voice: VoiceKind
  readonly place: Place
}

/** In force on the local date of one of the zones at least. */
export const isInForce = ({ from, to }: InForce, zones: readonly string[], at: Instant): boolean => {
  if (from === null && to === null) return true
  const days = zones.map(zone => localDay(zone, at))
  return (
    (from === null || from <= dateOf(Math.max(...days))) && (to === null || to >= dateOf(Math.min(...days)))
  )
}
