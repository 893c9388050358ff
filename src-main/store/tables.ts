import type { ColumnType, Generated, Selectable } from 'kysely'
import type { CallResult, FailureCause } from '../domain/call-result.ts'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { CampaignStateName, PauseReason, Resting } from '../domain/campaign-state.ts'
import type { Flow, GoalOutcome } from '../domain/flow.ts'
import type {
  AgentId,
  AgentVersionId,
  CallId,
  CampaignId,
  ContactId,
  E164,
  Instant,
  LeadId,
  NumberId,
  TrunkId,
} from '../domain/ids.ts'
import type { LeadStatus, SkipReason } from '../domain/lead.ts'
import type { NoticeKind, NoticeLevel } from '../domain/notice.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { TrunkSettings } from '../domain/trunk.ts'
import type { DialogFacts, MediaStats, SendingFacts, SipMessage } from '../engine/ports.ts'
import type { Json } from './json.ts'

/** Rows as they stand in the file. Times are `Instant`s, booleans 0 or 1, structures JSON text. */
export interface Tables {
  readonly settings: SettingsTable
  readonly trunks: TrunksTable
  readonly numbers: NumbersTable
  readonly agents: AgentsTable
  readonly agent_versions: AgentVersionsTable
  readonly campaigns: CampaignsTable
  readonly campaign_numbers: CampaignNumbersTable
  readonly contacts: ContactsTable
  readonly leads: LeadsTable
  readonly lead_counts: LeadCountsTable
  readonly calls: CallsTable
  readonly call_events: CallEventsTable
  readonly call_traces: CallTracesTable
  readonly campaign_hours: CampaignHoursTable
  readonly suppressions: SuppressionsTable
  readonly notices: NoticesTable
  readonly audit: AuditTable
}

/** Chosen by the database at insert; may be given to keep an id. */
type RowId<T extends number> = ColumnType<T, T | undefined, never>
type Flag = 0 | 1

/** Settings of the workspace, one JSON value per key. */
export interface SettingsTable {
  readonly key: string
  value: Json<unknown>
  changed_at: Instant
}

export interface TrunksTable {
  readonly id: RowId<TrunkId>
  name: string
  settings: Json<TrunkSettings>
  /** Key of the password in the host's secret store; the password itself is never in this file. */
  secret_ref: string | null
  is_default: Generated<Flag>
  readonly created_at: Instant
  changed_at: Instant
}

/** Caller IDs of the workspace. */
export interface NumbersTable {
  readonly id: RowId<NumberId>
  readonly e164: E164
  name: Generated<string>
  trunk_id: TrunkId | null
  enabled: Generated<Flag>
  readonly created_at: Instant
}

export interface AgentsTable {
  readonly id: RowId<AgentId>
  name: string
  notes: Generated<string>
  active: Generated<Flag>
  draft: Json<Flow>
  published_version_id: AgentVersionId | null
  readonly created_at: Instant
  changed_at: Instant
}

/** Published flows; never changed afterwards. */
export interface AgentVersionsTable {
  readonly id: RowId<AgentVersionId>
  readonly agent_id: AgentId
  readonly version: number
  readonly flow: Json<Flow>
  readonly published_at: Instant
}

export interface CampaignsTable {
  readonly id: RowId<CampaignId>
  name: string
  notes: Generated<string>
  state: Generated<CampaignStateName>
  /** When it came into this state. */
  state_since: Generated<Instant>
  /** Set while `draining`: where it rests afterwards. */
  drains_towards: Resting['is'] | null
  /** Set while `paused` or draining towards it. */
  pause_reason: PauseReason | null
  /** Words with the figure behind an auto-pause. */
  pause_detail: Generated<string>
  settings: Json<CampaignSettings>
  schedule: Json<Schedule>
  agent_version_id: AgentVersionId | null
  trunk_id: TrunkId | null
  /** Counts launches and restarts; 0 before the first. */
  run: Generated<number>
  /** Grows with each edit: the second of two windows that save is refused. */
  revision: Generated<number>
  launched_at: Instant | null
  ended_at: Instant | null
  /** Start of the latest call: keeps the interval across a restart. */
  last_start_at: Instant | null
  readonly created_at: Instant
  changed_at: Instant
}

export interface CampaignNumbersTable {
  readonly campaign_id: CampaignId
  readonly number_id: NumberId
  position: number
  enabled: Generated<Flag>
  /** Latest call that showed this number: round robin takes the smallest. */
  last_call_id: Generated<number>
}

export interface ContactsTable {
  readonly id: RowId<ContactId>
  /** Null: cannot be called. */
  phone: E164 | null
  phone_as_imported: Generated<string>
  /** ISO 3166-1 alpha-2, from the number. */
  country: string | null
  name: Generated<string>
  fields: Json<Readonly<Record<string, string>>>
  readonly created_at: Instant
  changed_at: Instant
}

/** A contact within one campaign. */
export interface LeadsTable {
  readonly id: RowId<LeadId>
  readonly campaign_id: CampaignId
  readonly contact_id: ContactId
  status: Generated<LeadStatus>
  skip_reason: SkipReason | null
  /** 0 high, 1 normal, 2 low. */
  priority: Generated<0 | 1 | 2>
  /** Attempts of this run that count. */
  attempts: Generated<number>
  /** Tries in a row that cannot have rung; sets the back-off. */
  unrung: Generated<number>
  /** Earliest next attempt while `retry`, else 0. Part of the index for choosing. */
  ready_at: Generated<Instant>
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
  /** The lead as it was before the claim, to put it back when nothing was sent. */
  readonly lead_status_before: LeadStatus
  readonly lead_ready_before: Instant
  facts: Json<SendingFacts> | null
  dialog: Json<DialogFacts> | null
  media: Json<MediaStats> | null
  goal: GoalOutcome | null
  /** WAV relative to the data folder. */
  recording: string | null
  /** 1: its process died, and the peer has not confirmed its end yet. */
  orphan: Generated<Flag>
}

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

/** Roll-up written when a call is settled; `hour` is the first instant of the UTC hour in which it ended. */
export interface CampaignHoursTable {
  readonly campaign_id: CampaignId
  readonly hour: Instant
  readonly result: CallResult
  calls: number
  answered: number
  talk_ms: number
  /** Calls in which the goal was achieved. */
  achieved: number
  opt_outs: number
}

/** Do-not-call: `all` holds for the workspace, `campaign` for one campaign. */
export interface SuppressionsTable {
  readonly id: RowId<number>
  readonly number: E164
  readonly scope: 'all' | 'campaign'
  readonly campaign_id: CampaignId | null
  readonly reason: string
  readonly source: 'agent' | 'supervisor' | 'import'
  readonly at: Instant
}

/** Entries of the notification centre: what happened with its figure, why, what to do now. */
export interface NoticesTable {
  readonly id: RowId<number>
  readonly kind: NoticeKind
  readonly level: NoticeLevel
  readonly campaign_id: CampaignId | null
  readonly title: string
  readonly text: string
  readonly at: Instant
  read_at: Instant | null
}

/** Append-only; each row carries the hash of the one before it. */
export interface AuditTable {
  readonly id: RowId<number>
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: Json<unknown>
  readonly previous_hash: string
  readonly hash: string
}

export type CampaignRow = Selectable<CampaignsTable>
export type LeadRow = Selectable<LeadsTable>
export type CallRow = Selectable<CallsTable>
