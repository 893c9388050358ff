import type { CallResult, FailureCause } from '../domain/call-result.ts'
import type { CampaignSettings } from '../domain/campaign.ts'
import type { CampaignState } from '../domain/campaign-state.ts'
import type { Flow, GoalOutcome } from '../domain/flow.ts'
import type { ListFacts } from '../domain/holds.ts'
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
} from '../domain/ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from '../domain/lead.ts'
import type { Notice } from '../domain/notice.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { TrunkSettings } from '../domain/trunk.ts'

/** What the engine needs from the world. Adapters live outside and are joined in `hosts/compose.ts`. */

export interface Clock {
  now(): Instant
  /**
   * Resolves at `until`, or when `signal` fires, whichever is first. `idle` says that nothing is in progress:
   * a practice clock may then jump ahead.
   */
  sleep(until: Instant, wake: AbortSignal, idle: boolean): Promise<void>
}

/** Chance, seedable: a number in [0, 1). */
export type Dice = () => number

/** Everything needed to place one call. */
export interface CallOrder {
  readonly call: CallId
  /** SIP Call-ID, chosen at the claim and saved with it. */
  readonly sipCallId: string
  readonly trunk: TrunkId
  readonly to: E164
  readonly callerId: E164
  readonly callerName?: string
  readonly ringSeconds: number
  readonly flow: Flow
  readonly variables: Readonly<Record<string, string>>
  readonly record: boolean
}

/** Saved with `sending`: enough to CANCEL the INVITE after a crash (RFC 3261 section 9.1). */
export interface SendingFacts {
  readonly sipCallId: string
  readonly transport: 'udp'
  readonly localHost: string
  readonly localPort: number
  readonly remoteHost: string
  readonly remotePort: number
  readonly requestUri: string
  readonly from: string
  readonly to: string
  /** CSeq of the first INVITE. One that a password or a redirection made has more; `MOST_FURTHER_INVITES` says how many. */
  readonly cseq: number
}

/** Saved before the ACK: enough to send BYE after a crash (RFC 3261 section 12.1.2). */
export interface DialogFacts {
  readonly localTag: string
  readonly remoteTag: string
  readonly remoteTarget: string
  readonly routeSet: readonly string[]
  readonly cseq: number
}

export interface SipMessage {
  readonly at: Instant
  readonly direction: 'sent' | 'received'
  /** The whole message, Authorization values blanked. */
  readonly text: string
}

/** How well the audio went; counts are RTP packets, `null` where unknown. */
export interface MediaStats {
  readonly sent: number
  readonly received: number
  readonly lost: number
  readonly jitterMs: number
  readonly roundTripMs: number | null
  /** Mean opinion score 1.0–4.5 by the E-model (ITU-T G.107). */
  readonly mos: number | null
  /** p99 of how late our own packets left, in ms. */
  readonly pacingP99Ms: number
  /** Milliseconds in which sound above the noise floor came from the called party. */
  readonly heardMs: number
}

export interface CallOutcome {
  readonly at: Instant
  readonly result: CallResult
  readonly failure?: FailureCause
  /** Final status code; 0 where none came. */
  readonly sipCode: number
  readonly sipReason: string
  readonly q850: number | null
  /** False only where the called party's phone cannot have rung: the attempt then does not count. */
  readonly mayHaveRung: boolean
  readonly hungUpBy: 'agent' | 'person' | 'supervisor' | 'network' | null
  readonly earlyMedia: boolean
  readonly conversation: readonly ConversationEvent[]
  readonly media: MediaStats | null
  readonly trace: readonly SipMessage[]
  /** Path of the WAV relative to the data folder. */
  readonly recording: string | null
}

/** Told about one call, in this order: ringing?, answered?, said*, ended (exactly once, always). */
export interface CallObserver {
  ringing(at: Instant): void
  /** Awaited before the ACK leaves; the dialog must be on disk when it resolves. */
  answered(at: Instant, dialog: DialogFacts): Promise<void>
  happened(event: ConversationEvent): void
  ended(outcome: CallOutcome): void
}

export interface PreparedCall {
  readonly facts: SendingFacts
  /** Sends the INVITE. Called once at most, after `sending` is committed. */
  send(observer: CallObserver): void
  /** Frees what was prepared; only instead of `send`. */
  discard(): void
  /** CANCEL or BYE, whichever fits. Harmless when the call has ended. */
  hangUp(by: 'supervisor'): void
}

/** A refusal before anything was sent, in words for the supervisor. */
export interface DialRefusal {
  readonly refused: 'trunk_down' | 'no_media_port' | 'bad_number'
  readonly message: string
}

export type TrunkHealth =
  | { readonly is: 'unknown' }
  | { readonly is: 'up'; readonly since: Instant; readonly registered: boolean }
  /** `reason` is plain words: what failed at which layer, and what to do. */
  | {
      readonly is: 'down'
      readonly since: Instant
      readonly reason: string
      readonly retryAt: Instant | null
    }

export interface Dialer {
  prepare(order: CallOrder): Promise<PreparedCall | DialRefusal>
  /** Ends a call left over from a crash: CANCEL without a dialog, BYE with one. Resolves when confirmed or after 32 s. */
  endOrphan(facts: SendingFacts, dialog: DialogFacts | null): Promise<void>
  trunkHealth(trunk: TrunkId): TrunkHealth
  onTrunkHealth(listener: (trunk: TrunkId, health: TrunkHealth) => void): () => void
}

/** Why nothing could be written; in words: what, where, what now. */
export interface StoreFailure {
  readonly reason: 'full' | 'io' | 'locked' | 'read_only' | 'corrupt'
  readonly message: string
}

export type Written<T> =
  | { readonly committed: true; readonly value: T }
  | { readonly committed: false; readonly failure: StoreFailure }

/**
 * `for-disk`: outlives a power cut once committed. `not`: outlives the program at once, and a power cut together with
 * the next decision that waits; for steps before anything was sent or promised.
 */
export type DiskWait = 'for-disk' | 'not'

export interface EngineStore {
  /** One decision: everything in `work` is kept when `committed` comes back, or nothing is. Bugs reject. */
  transaction<T>(work: (tx: EngineTransaction) => Promise<T>, waits?: DiskWait): Promise<Written<T>>
}

export interface CampaignRecord {
  readonly id: CampaignId
  readonly name: string
  readonly state: CampaignState
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  readonly agentVersion: AgentVersionId | null
  readonly trunk: { readonly id: TrunkId; readonly name: string; readonly settings: TrunkSettings } | null
  readonly usableNumbers: number
  readonly run: number
  readonly lastStartAt: Instant | null
}

/** The contact whose turn it is. */
export interface LeadCandidate {
  readonly lead: LeadId
  readonly contact: ContactId
  readonly phone: E164
  readonly place: PlaceId
  readonly name: string
  readonly country: string | null
  readonly fields: Readonly<Record<string, string>>
  readonly status: 'pending' | 'retry'
  readonly readyAt: Instant
  readonly hold: LeadHold | null
  readonly attempts: number
}

export interface Reservation {
  readonly sipCallId: string
  readonly campaign: CampaignRecord
  readonly lead: LeadCandidate
  readonly trunk: TrunkId
  readonly agentVersion: AgentVersionId
  readonly number: NumberId
  readonly callerId: E164
  readonly at: Instant
}

/** The lead as it stood before the claim, to put it back when nothing was sent. */
export interface LeadBefore {
  readonly status: 'pending' | 'retry'
  readonly readyAt: Instant
  readonly hold: LeadHold | null
}

export interface CallRecord {
  readonly id: CallId
  readonly campaign: CampaignId
  readonly lead: LeadId
  readonly contact: ContactId
  readonly trunk: TrunkId
  readonly to: E164
  readonly state: 'reserved' | 'sending' | 'ringing' | 'answered' | 'ended'
  readonly sendingAt: Instant | null
  readonly ringingAt: Instant | null
  readonly answeredAt: Instant | null
  readonly facts: SendingFacts | null
  readonly dialog: DialogFacts | null
  readonly place: PlaceId
  readonly leadBefore: LeadBefore
}

export interface LeadRecord {
  readonly attempts: number
  readonly unrung: number
  readonly goal: GoalOutcome | null
}

/** What a settled call leaves behind. */
export interface SettledCall {
  readonly outcome: CallOutcome
  readonly counts: boolean
  readonly pddMs: number | null
  readonly ringMs: number | null
  readonly talkMs: number | null
  readonly goal: GoalOutcome | null
  readonly optedOut: boolean
}

export interface LeadUpdate {
  readonly status: LeadStatus
  readonly readyAt: Instant
  readonly attempts: number
  readonly unrung: number
  readonly goal: GoalOutcome | null
}

/** Reads and writes of one decision. Reads see what the same decision wrote. */
export interface EngineTransaction {
  campaign(id: CampaignId): Promise<CampaignRecord | null>
  /** Scheduled, running and draining ones. */
  workingCampaigns(): Promise<readonly CampaignRecord[]>
  list(campaign: CampaignId): Promise<ListFacts>
  /** Next contact in order whose number is on no call: priority, due retries, fresh ones, oldest first. */
  leadToCall(campaign: CampaignId, now: Instant): Promise<LeadCandidate | null>
  /** Round robin over the campaign's enabled numbers. */
  nextNumber(campaign: CampaignId): Promise<{ readonly id: NumberId; readonly e164: E164 } | null>
  flow(version: AgentVersionId): Promise<Flow>
  suppression(number: E164, campaign: CampaignId): Promise<'all' | 'campaign' | null>
  liveCalls(): Promise<readonly CallRecord[]>
  /** Calls of processes that died which may still be up at the peer. Their numbers are not called meanwhile. */
  orphans(): Promise<readonly CallRecord[]>
  /** One that exists; anything else is a bug. */
  call(id: CallId): Promise<CallRecord>
  lead(id: LeadId): Promise<LeadRecord>

  /** Lead to `queued`, a call row, the number's turn, the campaign's last start. */
  reserve(reservation: Reservation): Promise<CallId>
  /** Nothing was sent: the call's row goes, its lead stands as before. */
  takeBack(call: CallRecord): Promise<void>
  skip(lead: LeadId, reason: SkipReason): Promise<void>
  markSending(call: CallRecord, facts: SendingFacts, at: Instant): Promise<void>
  markRinging(call: CallRecord, at: Instant): Promise<void>
  markAnswered(call: CallRecord, dialog: DialogFacts, at: Instant): Promise<void>
  settle(call: CallRecord, settled: SettledCall, lead: LeadUpdate): Promise<void>
  setOrphan(call: CallId, orphan: boolean): Promise<void>
  suppress(
    number: E164,
    scope: 'all' | 'campaign',
    campaign: CampaignId,
    reason: string,
    at: Instant,
  ): Promise<void>
  setState(campaign: CampaignId, state: CampaignState, at: Instant): Promise<void>
  /** A new numbered run. @returns its number */
  beginRun(campaign: CampaignId, at: Instant): Promise<number>
  /** Every contact that is not completed or skipped for good back to `pending`, attempts from zero. */
  resetLeads(campaign: CampaignId): Promise<void>
  addNotice(notice: Notice, at: Instant): Promise<void>
  addAudit(entry: AuditEntry, at: Instant): Promise<void>
  /** Writes enough to know that there is room again. */
  proveRoom(at: Instant): Promise<void>
}

export interface AuditEntry {
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: Readonly<Record<string, string | number | null>>
}
