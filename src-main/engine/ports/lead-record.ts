import type { GoalOutcome } from '../../domain/flow.ts'
import type { CampaignId, ContactId, E164, Instant, LeadId, PlaceId } from '../../domain/ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from '../../domain/lead.ts'

/** Contacts of a campaign that wait at one place with the same status and priority. */
export interface QueueCell {
  readonly place: PlaceId
  readonly status: 'pending' | 'retry'
  /** -1 call first, 0 high, 1 normal, 2 low. */
  readonly priority: number
  readonly leads: number
  /** How many of them carry each hold. */
  readonly holds: ReadonlyMap<LeadHold | null, number>
}

/** Place of a contact in the order of its cell. */
export interface Turn {
  readonly lead: LeadId
  readonly readyAt: Instant
}

/** A contact that was drawn for the test and was not called yet. */
export interface SampledLead extends Turn {
  readonly hold: LeadHold | null
  readonly place: PlaceId
  readonly status: 'pending' | 'retry'
  readonly priority: number
}

/** A contact of a campaign with what decides whether it is called. */
export interface LeadCandidate {
  readonly lead: LeadId
  readonly contact: ContactId
  readonly campaign: CampaignId
  /** The one of its numbers that is called next; `null`: it has none. */
  readonly phone: E164 | null
  readonly place: PlaceId
  readonly name: string
  readonly country: string | null
  readonly fields: Readonly<Record<string, string>>
  readonly status: LeadStatus
  readonly skipReason: SkipReason | null
  readonly readyAt: Instant
  readonly hold: LeadHold | null
  readonly attempts: number
  /** Tries in a row that cannot have rung. */
  readonly unrung: number
  readonly sampled: boolean
  readonly agreedAt: Instant | null
  /** On a call anywhere in the workspace, an orphaned one among them. */
  readonly isBusy: boolean
}

export interface LeadRecord {
  readonly attempts: number
  readonly unrung: number
  readonly goal: GoalOutcome | null
  readonly agreedAt: Instant | null
  readonly phonePosition: number
}

/** One of the numbers of a contact, in their order. */
export interface ContactPhone {
  readonly position: number
  readonly number: E164
  readonly place: PlaceId
}

export interface LeadUpdate {
  readonly status: LeadStatus
  readonly readyAt: Instant
  readonly hold: LeadHold | null
  /** What it becomes while it is `called`. */
  readonly finalStatus: LeadStatus | null
  readonly agreedAt: Instant | null
  readonly attempts: number
  readonly unrung: number
  readonly goal: GoalOutcome | null
  /** The number that is called next. */
  readonly phonePosition: number
  readonly place: PlaceId
}
