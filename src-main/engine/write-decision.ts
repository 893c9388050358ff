import { holdText } from '../domain/hold-text.ts'
import type { Hold } from '../domain/holds/hold.ts'
import type { CallId, CampaignId, Instant } from '../domain/ids.ts'
import { localStamp } from '../domain/local-stamp.ts'
import type { PlaceNow } from './law-book.ts'
import type { Decision } from './ports/decision.ts'
import type { LeadCandidate } from './ports/lead-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

export interface Decided {
  readonly campaign: CampaignId
  readonly lead: Pick<LeadCandidate, 'contact' | 'phone'>
  readonly place: PlaceNow
  readonly moment: Decision['moment']
  readonly outcome: Decision['outcome']
  readonly holds: readonly Hold[]
  readonly call: CallId | null
  readonly now: Instant
}

/** One entry of the decision log, in the transaction that carries the decision out. */
export const writeDecision = (tx: Pick<EngineTransaction, 'decide'>, decided: Decided): Promise<void> =>
  tx.decide({
    at: decided.now,
    campaign: decided.campaign,
    contact: decided.lead.contact,
    call: decided.call,
    number: decided.lead.phone,
    moment: decided.moment,
    outcome: decided.outcome,
    why: decided.holds.map(holdText).join('; '),
    localTime: localStamp(decided.now, decided.place.place.zones[0] ?? 'UTC'),
    rules: decided.place.asked,
  })
