import type { CallResult, FailureCause } from '../../domain/call-result.ts'
import type { WorkspaceCaps } from '../../domain/campaign.ts'
import type { ConsentRecord } from '../../domain/compliance/consent.ts'
import type { ContactId, E164, Instant, LeadId, PlaceId } from '../../domain/ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from '../../domain/lead.ts'
import type { Place } from '../../domain/place.ts'
import type { PoolNumber } from '../../domain/rotation.ts'
import type { CampaignRecord } from '../ports/campaign-record.ts'

/** What a forecast reads of the workspace, all of the same moment. */
export interface ForecastRows {
  readonly campaign: CampaignRecord
  readonly at: Instant
  readonly caps: WorkspaceCaps
  /** Legal profiles that do not apply in this workspace, by id. */
  readonly profilesOff: readonly string[]
  /** Longest call that its agent allows; 0 without an agent. */
  readonly maxCallSeconds: number
  readonly recentStarts: readonly Instant[]
  readonly pool: readonly PoolNumber[]
  readonly places: ReadonlyMap<PlaceId, Place>
  /** Contacts that would be called, in the order of their ids. To be read once. */
  leads(): Iterable<ForecastLead>
  /** The others: by their final status, or by why they would be left out. */
  readonly settled: Readonly<Partial<Record<LeadStatus, number>>>
  readonly blockedPrefixes: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly blockedCountries: ReadonlySet<string>
  /** On file for contacts of the campaign. */
  readonly consents: ReadonlyMap<ContactId, readonly ConsentRecord[]>
  /** Calls of the last 60 days to contacts of the campaign, newest first. */
  earlier(): Iterable<EarlierCall>
  /** The latest ended calls to learn from, newest first. */
  ended(of: 'campaign' | 'workspace'): readonly EndedRow[]
}

export interface ForecastLead {
  readonly lead: LeadId
  readonly contact: ContactId
  readonly place: PlaceId
  readonly phone: E164
  readonly priority: number
  readonly isRetry: boolean
  readonly readyAt: Instant
  readonly hold: LeadHold | null
  readonly attempts: number
  readonly unrung: number
  /** It will be skipped when its turn comes; `null`: it will not. */
  readonly skip: Extract<SkipReason, 'dnc' | 'opted_out'> | null
}

export interface EarlierCall {
  readonly lead: LeadId
  /** The lead's own campaign made it. */
  readonly isOwn: boolean
  readonly at: Instant
  readonly result: CallResult | null
  readonly refused: boolean
}

export interface EndedRow {
  readonly result: CallResult
  readonly failure: FailureCause | null
  readonly sipCode: number
  readonly counts: boolean
  readonly optedOut: boolean
  readonly sentAt: Instant
  /** From the INVITE to the answer, or to the end. */
  readonly ringMs: number
  readonly talkMs: number
  readonly place: PlaceId
}
