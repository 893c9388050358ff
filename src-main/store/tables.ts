import type { ColumnType, Generated, Selectable } from 'kysely'
import type { BusinessHours, ClosedDay } from '../domain/business-hours.ts'
import type { CallResult, FailureCause } from '../domain/call-result.ts'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { CampaignStateName, PauseReason, Resting } from '../domain/campaign-state.ts'
import type { Purpose } from '../domain/compliance/law.ts'
import type { Flow, GoalOutcome } from '../domain/flow.ts'
import type {
  AgentId,
  AgentVersionId,
  BusinessHoursId,
  CallId,
  CampaignId,
  ContactId,
  E164,
  Instant,
  LeadId,
  NumberId,
  PlaceId,
  TrunkId,
} from '../domain/ids.ts'
import type { LaunchChoices, LaunchIntent } from '../domain/launch.ts'
import type { LeadHold, LeadStatus, SkipReason } from '../domain/lead.ts'
import type { Micros } from '../domain/money.ts'
import type { NoticeKind, NoticeLevel } from '../domain/notice.ts'
import type { Line } from '../domain/place.ts'
import type { RateTable } from '../domain/rates.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { SpamScore } from '../domain/spam-score.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { TrunkSettings } from '../domain/trunk.ts'
import type { DialogFacts, LeadBefore, MediaStats, SendingFacts, SipMessage } from '../engine/ports.ts'
import type { Json } from './json.ts'

/** Rows as they stand in the file. Times are `Instant`s, booleans 0 or 1, structures JSON text. */
export interface Tables {
  readonly settings: SettingsTable
  readonly trunks: TrunksTable
  readonly numbers: NumbersTable
  readonly number_days: NumberDaysTable
  readonly places: PlacesTable
  readonly business_hours: BusinessHoursTable
  readonly agents: AgentsTable
  readonly agent_versions: AgentVersionsTable
  readonly campaigns: CampaignsTable
  readonly campaign_numbers: CampaignNumbersTable
  readonly contacts: ContactsTable
  readonly further_phones: FurtherPhonesTable
  readonly consents: ConsentsTable
  readonly leads: LeadsTable
  readonly lead_counts: LeadCountsTable
  readonly lead_queue: LeadQueueTable
  readonly calls: CallsTable
  readonly call_events: CallEventsTable
  readonly call_traces: CallTracesTable
  readonly campaign_hours: CampaignHoursTable
  readonly suppressions: SuppressionsTable
  readonly blocked_prefixes: BlockedPrefixesTable
  readonly rule_sets: RuleSetsTable
  readonly decisions: DecisionsTable
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
  /** What its calls cost; null: nothing is known, and nothing is counted. */
  rates: Json<RateTable> | null
  /** Credit left, in the currency of its rates; null: not kept. */
  balance_micros: Micros | null
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
  country: string | null
  /** Leading digits of the national number that stand for its area, for local match: `30` of +49 30 …; may be empty. */
  area: Generated<string>
  /** IANA zone whose days count for its daily cap. */
  zone: Generated<string>
  /** Where the proof of ownership is kept. */
  proof: Generated<string>
  /** Rests since and until then, with the reason in words; null: it does not rest. */
  excluded_at: Instant | null
  excluded_until: Instant | null
  exclusion: Generated<string>
  excluded_by: 'score' | 'hand' | null
  /** Back from its rest since then, on probation; null: it is not. */
  probation_at: Instant | null
  /** Calls of its probation that are still to be made. */
  probation_left: Generated<number>
  /** Spam score 0–9 as it counts: worked out, or set by hand or from a list. */
  score: Generated<number>
  /** Its own calls before then were judged already: its latest return from a rest. */
  scored_from: Generated<Instant>
  score_parts: Json<SpamScore> | null
  score_at: Instant | null
  /** Set by hand or read from a reputation list: score, source, when. */
  score_set: Json<{ readonly score: number; readonly source: string; readonly at: Instant }> | null
  readonly created_at: Instant
}

/** Calls that left under a caller ID, per day of its own zone (`2026-11-26`). */
export interface NumberDaysTable {
  readonly number_id: NumberId
  readonly day: string
  calls: Generated<number>
  answered: Generated<number>
}

/** Each distinct place once; see `domain/place.ts`. */
export interface PlacesTable {
  readonly id: RowId<PlaceId>
  readonly key: string
  readonly country: string | null
  readonly region: string | null
  readonly line: Line
  readonly zones: Json<readonly string[]>
}

/** Shared, named hours. */
export interface BusinessHoursTable {
  readonly id: RowId<BusinessHoursId>
  name: string
  zone: string
  windows: Json<Schedule['windows']>
  holidays: Json<NonNullable<BusinessHours['holidays']>> | null
  closed_days: Json<readonly ClosedDay[]>
  revision: Generated<number>
  readonly created_at: Instant
  changed_at: Instant
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
  /** These hours instead of the schedule's own windows. */
  business_hours_id: BusinessHoursId | null
  agent_version_id: AgentVersionId | null
  trunk_id: TrunkId | null
  /** Counts launches and restarts; 0 before the first. */
  run: Generated<number>
  /** Choices of the latest launch. */
  launch: Json<LaunchChoices> | null
  /** While a test runs: how many contacts it calls. */
  test_contacts: number | null
  /** Sum of its calls' costs, over all runs. */
  cost_micros: Generated<Micros>
  /** Since when every number is switched off, excluded or at its cap. */
  numbers_out_since: Instant | null
  /** Hidden everywhere; its calls stay for the reports and for the law's caps. */
  deleted_at: Instant | null
  /** Deleted, and what its calls hold is still to be erased. */
  erasing: Generated<Flag>
  /** A launch that is preparing its contacts; the next start of the program goes on with it. */
  launching: Json<LaunchIntent> | null
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
  /** Share of calls by the strategy `weighted`: 1–100. */
  weight: Generated<number>
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
  /** Set by hand; else the place's zones count. */
  zone: string | null
  place_id: PlaceId
  name: Generated<string>
  fields: Json<Readonly<Record<string, string>>>
  /** Was sent a text; opened a link that was sent. */
  texted: Generated<Flag>
  opened_link: Generated<Flag>
  readonly created_at: Instant
  changed_at: Instant
}

/** Numbers of a contact after its first, from position 1. */
export interface FurtherPhonesTable {
  readonly contact_id: ContactId
  position: number
  readonly phone: E164
  place_id: PlaceId
}

export interface ConsentsTable {
  readonly id: RowId<number>
  readonly contact_id: ContactId
  readonly kind: 'express' | 'express_written' | 'existing_relation'
  /** Null: for any purpose. */
  readonly purpose: Purpose | null
  readonly channel: Generated<string>
  readonly source: Generated<string>
  readonly evidence: Generated<string>
  readonly given_at: Instant
  readonly expires_at: Instant | null
  withdrawn_at: Instant | null
}

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
  cost_micros: Generated<Micros>
}

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
}

/** Numbers that begin so are never called, in any campaign: `+49900`. */
export interface BlockedPrefixesTable {
  readonly prefix: string
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
