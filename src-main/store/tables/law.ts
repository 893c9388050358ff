import type { StoredRow } from '../../domain/contact-change.ts'
import type { CallId, CampaignId, ContactId, E164, Instant, JobId } from '../../domain/ids.ts'
import type { Json } from '../json.ts'
import type { RowId } from './row.ts'

/** Do-not-call: `all` holds for the workspace, `campaign` for one campaign. */
export interface SuppressionsTable {
  readonly id: RowId<number>
  readonly number: E164
  readonly scope: 'all' | 'campaign'
  readonly campaign_id: CampaignId | null
  readonly reason: string
  readonly source: 'agent' | 'supervisor' | 'import' | 'network'
  readonly at: Instant
  expires_at: Instant | null
  /** The file that it came with, as long as it may be taken back. */
  job_id: JobId | null
  /** The entry that stood there before that file. */
  before: Json<StoredRow> | null
}

/** Numbers that begin so are never called, in any campaign: `+49900`. */
export interface BlockedPrefixesTable {
  readonly prefix: string
  readonly reason: string
  readonly at: Instant
}

/** Countries that are never called, in any campaign; ISO 3166-1 alpha-2. */
export interface BlockedCountriesTable {
  readonly country: string
  readonly reason: string
  readonly at: Instant
}

/** Ids of legal rules that were asked together, sorted; each set once. */
export interface RuleSetsTable {
  readonly id: RowId<number>
  readonly rules: Json<readonly string[]>
}

/** Why a contact was called or not: when its turn came, and again in the instant before the INVITE. */
export interface DecisionsTable {
  readonly id: RowId<number>
  readonly at: Instant
  readonly campaign_id: CampaignId
  readonly contact_id: ContactId
  /** Of the attempt; its row may be gone where nothing was sent. */
  readonly call_id: CallId | null
  readonly number: E164 | null
  readonly moment: 'turn' | 'sending'
  readonly outcome: 'call' | 'wait' | 'skip'
  /** What held it, in words; empty when it was called. */
  readonly why: string
  /** Wall clock of the called party with zone: `2026-11-26 09:00 Europe/Berlin`. */
  readonly local_time: string
  readonly rule_set_id: number | null
}
