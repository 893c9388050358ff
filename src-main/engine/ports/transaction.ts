import type { PastAttempt } from '../../domain/attempt-caps.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { WorkspaceCaps } from '../../domain/campaign.ts'
import type { CampaignState } from '../../domain/campaign-state.ts'
import type { ConsentRecord } from '../../domain/compliance/consent.ts'
import type { Flow } from '../../domain/flow.ts'
import type { ListFacts } from '../../domain/holds/facts.ts'
import type {
  AgentVersionId,
  CallId,
  CampaignId,
  ContactId,
  E164,
  Instant,
  LeadId,
  PlaceId,
  TrunkId,
} from '../../domain/ids.ts'
import type { LeadHold, SkipReason } from '../../domain/lead.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Place } from '../../domain/place.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { Definitions } from '../../domain/results/find-results.ts'
import type { PoolNumber } from '../../domain/rotation.ts'
import type { FailedTry } from '../../domain/trunk-group.ts'
import type { CallRecord, Reservation, SettledCall } from './call-record.ts'
import type { CampaignRecord } from './campaign-record.ts'
import type { Decision, DoNotCall } from './decision.ts'
import type { DialogFacts, SendingFacts } from './dialer.ts'
import type { LaunchRecords } from './launch-records.ts'
import type {
  ContactPhone,
  LeadCandidate,
  LeadRecord,
  LeadUpdate,
  QueueCell,
  SampledLead,
  Turn,
} from './lead-record.ts'
import type { NumberBook } from './number-book.ts'
import type { PauseRecords } from './pause-records.ts'

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
  /** What the campaign wants to learn from its conversations, archived parts among it. */
  definitions(campaign: CampaignId): Promise<Definitions>
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
