import type { Generated, Selectable } from 'kysely'
import type { CallResult } from '../../domain/call-result.ts'
import type { GoalOutcome } from '../../domain/flow.ts'
import type { CampaignId, ContactId, Instant, LeadId, PlaceId } from '../../domain/ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from '../../domain/lead.ts'
import type { Flag, RowId } from './row.ts'

/** A contact within one campaign. */
export interface LeadsTable {
  readonly id: RowId<LeadId>
  readonly campaign_id: CampaignId
  readonly contact_id: ContactId
  status: Generated<LeadStatus>
  skip_reason: SkipReason | null
  /** Of the number that is called next; kept equal to its contact's or further phone's. */
  place_id: PlaceId
  /** Which of the contact's numbers is called next: 0 its first. */
  phone_position: Generated<number>
  /** -1 call first, 0 high, 1 normal, 2 low. */
  priority: Generated<-1 | 0 | 1 | 2>
  /** Drawn for the test that goes before a launch, and not called yet. */
  sampled: Generated<Flag>
  /** Attempts of this run that count. */
  attempts: Generated<number>
  /** Tries in a row that cannot have rung; sets the back-off. */
  unrung: Generated<number>
  /** Not called before; while `called`: when its final status comes. 0: at once. Part of the index for choosing. */
  ready_at: Generated<Instant>
  /** Why it waits for `ready_at`. */
  hold: LeadHold | null
  /** Agreed time of a call back, not used up yet. */
  agreed_at: Instant | null
  /** While `called`: what it becomes when the completion timeout is over. */
  final_status: LeadStatus | null
  /** Longest time that it was on the line before a transfer to a person; null: never transferred. */
  transferred_ms: number | null
  last_result: CallResult | null
  last_called_at: Instant | null
  /** 1 once an INVITE left. */
  contacted: Generated<Flag>
  /** Conversations with a person. */
  conversations: Generated<number>
  talk_ms: Generated<number>
  goal: GoalOutcome | null
}

/** Kept by triggers on `leads`: counts without counting. */
export interface LeadCountsTable {
  readonly campaign_id: CampaignId
  readonly status: LeadStatus
  readonly contacted: Flag
  readonly conversed: Flag
  readonly achieved: Flag
  leads: number
}

/** Kept by triggers on `leads`: how many wait where. */
export interface LeadQueueTable {
  readonly campaign_id: CampaignId
  readonly place_id: PlaceId
  readonly status: 'pending' | 'retry'
  readonly priority: -1 | 0 | 1 | 2
  /** Empty: none. */
  readonly hold: LeadHold | ''
  leads: number
}

export type LeadRow = Selectable<LeadsTable>
