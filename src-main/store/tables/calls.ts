import type { Generated, Selectable } from 'kysely'
import type { CallResult, FailureCause } from '../../domain/call-result.ts'
import type { GoalOutcome } from '../../domain/flow.ts'
import type {
  AgentVersionId,
  CallId,
  CampaignId,
  ContactId,
  E164,
  Instant,
  LeadId,
  NumberId,
  PlaceId,
  TrunkId,
} from '../../domain/ids.ts'
import type { Micros } from '../../domain/money.ts'
import type { ConversationEvent } from '../../domain/transcript.ts'
import type { LeadBefore } from '../../engine/ports/call-record.ts'
import type { DialogFacts, MediaStats, SendingFacts, SipMessage } from '../../engine/ports/dialer.ts'
import type { Json } from '../json.ts'
import type { Flag, RowId } from './row.ts'

export const callStates = ['reserved', 'sending', 'ringing', 'answered', 'ended'] as const

export type CallState = (typeof callStates)[number]

/** One attempt. At most one row per `to_number` is not `ended`; the database enforces it. */
export interface CallsTable {
  readonly id: RowId<CallId>
  readonly sip_call_id: string
  readonly campaign_id: CampaignId
  readonly lead_id: LeadId
  readonly contact_id: ContactId
  readonly run: number
  /** 1 for the first attempt of this run that counts. */
  readonly attempt: number
  readonly trunk_id: TrunkId
  readonly number_id: NumberId
  readonly agent_version_id: AgentVersionId
  readonly to_number: E164
  readonly place_id: PlaceId
  readonly caller_id: E164
  state: CallState
  readonly reserved_at: Instant
  sending_at: Instant | null
  ringing_at: Instant | null
  answered_at: Instant | null
  ended_at: Instant | null
  /** From INVITE to first ring, from ring to answer or end, from answer to end. */
  pdd_ms: number | null
  ring_ms: number | null
  talk_ms: number | null
  result: CallResult | null
  failure: FailureCause | null
  sip_code: number | null
  sip_reason: string | null
  q850: number | null
  hung_up_by: 'agent' | 'person' | 'supervisor' | 'network' | null
  counts_as_attempt: Flag | null
  early_media: Flag | null
  /** The person asked not to be called again. */
  opted_out: Generated<Flag>
  /** Talk time before it was transferred to a person. */
  transferred_ms: number | null
  cost_micros: Generated<Micros>
  currency: string | null
  /** The lead as it was before the claim, to put it back when nothing was sent. */
  readonly lead_before: Json<LeadBefore>
  facts: Json<SendingFacts> | null
  dialog: Json<DialogFacts> | null
  media: Json<MediaStats> | null
  goal: GoalOutcome | null
  /** WAV relative to the data folder. */
  recording: string | null
  /** 1: its process died, and the peer has not confirmed its end yet. */
  orphan: Generated<Flag>
}

/**
 * Kept by triggers on `calls`: ended calls by the UTC hour in which they left, the version of the agent and their
 * result, each once for its trunk, number, attempt and place.
 */
export interface CallSumsTable {
  readonly campaign_id: CampaignId
  readonly kind: CallSumKind
  /** Id of what the kind says, or which attempt. */
  readonly key: number
  readonly agent_version_id: AgentVersionId
  readonly result: CallResult
  /** Its first instant. */
  readonly hour: Instant
  calls: number
  answered: number
  talk_ms: number
  /** Calls in which the goal was achieved. */
  achieved: number
  opt_outs: number
  cost_micros: Micros
  /** Calls that rang or were answered, and the sum of their times from INVITE to first ring. */
  rang: number
  pdd_ms: number
}
export type CallSumKind = 'trunk' | 'number' | 'attempt' | 'place'

export interface CallEventsTable {
  readonly call_id: CallId
  readonly seq: number
  readonly at_ms: number
  readonly kind: ConversationEvent['is']
  readonly event: Json<ConversationEvent>
}

export interface CallTracesTable {
  readonly call_id: CallId
  readonly seq: number
  readonly at: Instant
  readonly direction: SipMessage['direction']
  readonly text: string
}

export type CallRow = Selectable<CallsTable>
