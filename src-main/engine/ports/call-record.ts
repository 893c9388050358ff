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
import type { LeadHold } from '../../domain/lead.ts'
import type { Micros } from '../../domain/money.ts'
import type { Results } from '../../domain/results/find-results.ts'
import type { CampaignRecord } from './campaign-record.ts'
import type { CallOutcome, DialogFacts, SendingFacts } from './dialer.ts'
import type { LeadCandidate } from './lead-record.ts'

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

/** What a settled call leaves behind. */
export interface SettledCall {
  readonly outcome: CallOutcome
  readonly counts: boolean
  readonly pddMs: number | null
  readonly ringMs: number | null
  readonly talkMs: number | null
  /** Of the primary goal. */
  readonly goal: GoalOutcome | null
  readonly results: Results
  readonly optedOut: boolean
  readonly costMicros: Micros
  /** ISO 4217 of the cost; `null` where nothing is known about it. */
  readonly currency: string | null
}
