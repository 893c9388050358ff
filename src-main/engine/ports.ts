import type { PastAttempt } from '../domain/attempt-caps.ts'
import type { BusinessHours } from '../domain/business-hours.ts'
import type { CallResult, FailureCause } from '../domain/call-result.ts'
import type { CampaignSettings, WorkspaceCaps } from '../domain/campaign.ts'
import type { CampaignState } from '../domain/campaign-state.ts'
import type { ConsentRecord } from '../domain/compliance/consent.ts'
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
import type { Micros } from '../domain/money.ts'
import type { Notice } from '../domain/notice.ts'
import type { Place } from '../domain/place.ts'
import type { RateTable } from '../domain/rates.ts'
import type { PoolNumber } from '../domain/rotation.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { TrunkSettings } from '../domain/trunk.ts'
import type { FailedTry } from '../domain/trunk-group.ts'
import type { PauseRecords } from './auto-pause/pause-records.ts'
import type { LaunchRecords } from './launch/launch-records.ts'
import type { NumberBook } from './number-book.ts'

/** What the engine needs from the world. Adapters live outside and are joined in `hosts/compose.ts`. */

export interface Clock {
  now(): Instant
  /**
   * Resolves at `until`, or when `signal` fires, whichever is first. `idle` says that nothing is in progress:
   * a practice clock may then jump ahead.
   */
  sleep(until: Instant, wake: AbortSignal, idle: boolean): Promise<void>
}

/** Keeps lines in a new file beside the workspace, on disk when it resolves. @returns its name there */
export type Backup = (name: string, lines: AsyncIterable<string>) => Promise<string>

/** Chance, seedable: a number in [0, 1). */
export type Dice = () => number

/** Everything needed to place one call. */
export interface CallOrder {
  readonly call: CallId
  /** SIP Call-ID, chosen at the claim and saved with it. */
  readonly sipCallId: string
  readonly trunk: TrunkId
  /** Another trunk could carry it: given up after 4 s of silence instead of 32 s. */
  readonly movesOn: boolean
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
  /** Nothing came back at all: the INVITE may still be heard, for as long as it is sent again. */
  readonly silent?: boolean
  readonly hungUpBy: 'agent' | 'person' | 'supervisor' | 'network' | null
  readonly earlyMedia: boolean
  readonly conversation: readonly ConversationEvent[]
  readonly media: MediaStats | null
  readonly trace: readonly SipMessage[]
  /** Path of the WAV relative to the data folder. */
  readonly recording: string | null
  /** The agent's message was left on the voicemail. */
  readonly messageLeft?: boolean
  /** When the person wants to be called back. */
  readonly callBackAt?: Instant
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
  /**
   * One decision: everything in `work` is kept when `committed` comes back, or nothing is. Bugs reject. One that only
   * `reads` waits for nobody who writes.
   */
  transaction<T>(work: (tx: EngineTransaction) => Promise<T>, waits?: DiskWait | 'reads'): Promise<Written<T>>
}

/** A trunk that may carry a campaign's calls. */
export interface CarryingTrunk {
  readonly id: TrunkId
  readonly name: string
  readonly settings: TrunkSettings
  /** `null`: nothing is known, and nothing is counted. */
  readonly rates: RateTable | null
  /** Credit left; `null`: not kept. */
  readonly balanceMicros: Micros | null
  /** Leads to the built-in practice carrier: nobody real is called. */
  readonly isPractice: boolean
}

export interface CampaignRecord {
  readonly id: CampaignId
  readonly name: string
  readonly state: CampaignState
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  /** Instead of the schedule's own windows. */
  readonly businessHours: BusinessHours | null
  readonly agentVersion: AgentVersionId | null
  /** Its failover group, preferred first, or the workspace's default trunk alone; empty: there is none. */
  readonly trunks: readonly CarryingTrunk[]
  /** Sum of its calls' costs, over all runs. */
  readonly costMicros: Micros
  readonly run: number
  /** While a test runs: how many contacts it calls. */
  readonly testContacts: number | null
  readonly lastStartAt: Instant | null
  /** Since when every number is switched off, excluded or at its cap. */
  readonly numbersOutSince: Instant | null
  /** Hidden everywhere; only calls of an earlier process are still settled. */
  readonly isDeleted: boolean
}

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

export interface Reservation {
  readonly sipCallId: string
  readonly campaign: CampaignRecord
  readonly lead: LeadCandidate
  readonly to: E164
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
  readonly number: NumberId
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
  readonly agreedAt: Instant | null
  readonly phonePosition: number
}

/** One of the numbers of a contact, in their order. */
export interface ContactPhone {
  readonly position: number
  readonly number: E164
  readonly place: PlaceId
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
  readonly costMicros: Micros
  /** ISO 4217 of the cost; `null` where nothing is known about it. */
  readonly currency: string | null
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

/** An entry of the do-not-call list: for the workspace, or for one campaign. */
export interface DoNotCall {
  readonly number: E164
  readonly scope: 'all' | 'campaign'
  readonly campaign: CampaignId
  readonly reason: string
  readonly source: 'agent' | 'network'
}

/** Entry of the decision log: which rules were asked about a contact, and what they said. */
export interface Decision {
  readonly at: Instant
  readonly campaign: CampaignId
  readonly contact: ContactId
  readonly call: CallId | null
  readonly number: E164 | null
  readonly moment: 'turn' | 'sending'
  readonly outcome: 'call' | 'wait' | 'skip'
  /** What held it, in words; empty when it was called. */
  readonly why: string
  /** Wall clock of the called party with zone. */
  readonly localTime: string
  /** JSON list of the ids of all legal rules that were asked, sorted. */
  readonly rules: string
}

/** Reads and writes of one decision. Reads see what the same decision wrote. */
export interface EngineTransaction {
  campaign(id: CampaignId): Promise<CampaignRecord | null>
  /** Scheduled, running and draining ones. */
  workingCampaigns(): Promise<readonly CampaignRecord[]>
  /** What the whole workspace may do at once. */
  caps(): Promise<WorkspaceCaps>
  list(campaign: CampaignId): Promise<ListFacts>
  /** Places never change, nor do their ids. */
  place(id: PlaceId): Promise<Place>
  /** Who waits where, without counting anybody. */
  queue(campaign: CampaignId): Promise<readonly QueueCell[]>
  /** Whose turn it is first in a cell. */
  firstTurn(
    campaign: CampaignId,
    cell: Pick<QueueCell, 'place' | 'status' | 'priority'>,
  ): Promise<Turn | null>
  /** The next in the order of a cell after this one. */
  turnAfter(
    campaign: CampaignId,
    cell: Pick<QueueCell, 'place' | 'status' | 'priority'>,
    after: Turn,
  ): Promise<Turn | null>
  /** Contacts of the test that wait, in the order in which they are called. */
  sampled(campaign: CampaignId): Promise<readonly SampledLead[]>
  candidate(lead: LeadId): Promise<LeadCandidate | null>
  /** How many caller IDs are switched on and may be shown over one of its trunks, capped or at rest or not. */
  usableNumbers(campaign: CampaignId): Promise<number>
  /** The campaign's caller IDs with their calls of today, those that are off or at rest among them. */
  pool(campaign: CampaignId, now: Instant): Promise<readonly PoolNumber[]>
  flow(version: AgentVersionId): Promise<Flow>
  suppression(number: E164, campaign: CampaignId, now: Instant): Promise<'all' | 'campaign' | null>
  /** Why numbers that begin like this one, or of its country, are never called; `null`: they are. */
  blocked(number: E164, country: string | null): Promise<string | null>
  consents(contact: ContactId): Promise<readonly ConsentRecord[]>
  /** Attempts that count, at this number or contact, by all campaigns, since then; newest first. */
  pastAttempts(number: E164, contact: ContactId, since: Instant): Promise<readonly PastAttempt[]>
  /** When calls of the campaign were sent since then, oldest first; of those not sent yet, when they were reserved. */
  startsSince(campaign: CampaignId, since: Instant): Promise<readonly Instant[]>
  /** Ended calls by result since the hour of that time. */
  resultsSince(campaign: CampaignId, since: Instant): Promise<Readonly<Partial<Record<CallResult, number>>>>
  liveCalls(): Promise<readonly CallRecord[]>
  /** Calls of processes that died which may still be up at the peer. Their numbers are not called meanwhile. */
  orphans(): Promise<readonly CallRecord[]>
  /** One that exists; anything else is a bug. */
  call(id: CallId): Promise<CallRecord>
  lead(id: LeadId): Promise<LeadRecord>
  /** Numbers of a contact, its first one first. */
  phones(contact: ContactId): Promise<readonly ContactPhone[]>
  /** When a contact was tried in this campaign so that it counted, oldest first. */
  triesOf(lead: LeadId): Promise<readonly Instant[]>
  /** Numbers of a contact that turned out not to exist. */
  invalidNumbers(lead: LeadId): Promise<readonly E164[]>
  /** The latest tries of a contact in this campaign that did not count, newest first, as many as are asked for. */
  failedTries(lead: LeadId, latest: number): Promise<readonly FailedTry[]>
  /** What the calls of a trunk cost; `null`: nothing is known. */
  rates(trunk: TrunkId): Promise<RateTable | null>
  /** When the first `called` contact of any campaign becomes final. */
  nextCalledEnd(): Promise<Instant | null>

  /** Lead to `queued`, a call row, the number's turn, the campaign's last start. */
  reserve(reservation: Reservation): Promise<CallId>
  /** Nothing was sent: the call's row goes, its lead stands as before. */
  takeBack(call: CallRecord): Promise<void>
  skip(lead: LeadId, reason: SkipReason): Promise<void>
  /** Waits as it is until then. */
  park(lead: LeadId, readyAt: Instant, hold: LeadHold): Promise<void>
  decide(decision: Decision): Promise<void>
  /** Counts towards the number's day and probation, too. */
  markSending(call: CallRecord, facts: SendingFacts, at: Instant): Promise<void>
  markRinging(call: CallRecord, at: Instant): Promise<void>
  markAnswered(call: CallRecord, dialog: DialogFacts, at: Instant): Promise<void>
  settle(call: CallRecord, settled: SettledCall, lead: LeadUpdate): Promise<void>
  /** `called` contacts whose time is over become final, in all campaigns. @returns the campaigns concerned */
  finishCalled(now: Instant): Promise<readonly CampaignId[]>
  setOrphan(call: CallId, orphan: boolean): Promise<void>
  /** An entry that is there already holds without an end from now on. */
  suppress(entry: DoNotCall, at: Instant): Promise<void>
  setState(campaign: CampaignId, state: CampaignState, at: Instant): Promise<void>
  /** What a launch reads and writes. */
  readonly launching: LaunchRecords
  /** What the rules for pausing and resuming read and write. */
  readonly pausing: PauseRecords
  addNotice(notice: Notice, at: Instant): Promise<void>
  addAudit(entry: AuditEntry, at: Instant): Promise<void>
  /** For the watch over the caller IDs. */
  readonly numberBook: NumberBook
  /** Writes enough to know that there is room again. */
  proveRoom(at: Instant): Promise<void>
}

export interface AuditEntry {
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: Readonly<Record<string, string | number | null>>
}
