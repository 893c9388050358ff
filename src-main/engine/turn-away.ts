import type { Hold } from '../domain/holds/hold.ts'
import { skipReasonOf } from '../domain/holds/own-holds.ts'
import type { Instant } from '../domain/ids.ts'
import type { LeadHold, SkipReason } from '../domain/lead.ts'
import type { EngineTransaction } from './ports/transaction.ts'
import { type Decided, writeDecision } from './write-decision.ts'

export interface TurnedAway extends Omit<Decided, 'campaign' | 'lead' | 'outcome'> {
  readonly campaign: { readonly id: Decided['campaign'] }
  readonly lead: Decided['lead'] & { readonly lead: Parameters<EngineTransaction['skip']>[0] }
}

/**
 * A contact that may not be called now waits until it may, or is skipped for good; the decision log says why.
 * @returns false where it only waits for an event, and nothing changed
 */
export async function turnAway(
  tx: EngineTransaction,
  { campaign, lead, ...rest }: TurnedAway,
): Promise<boolean> {
  const reason = firstSkip(rest.holds)
  const decided = { ...rest, campaign: campaign.id, lead }
  if (reason !== null) {
    await tx.skip(lead.lead, reason)
    await writeDecision(tx, { ...decided, outcome: 'skip' })
    return true
  }
  const wait = longestWait(rest.holds, rest.now)
  if (wait === null) return false
  await tx.park(lead.lead, wait.until, wait.hold)
  await writeDecision(tx, { ...decided, outcome: 'wait' })
  return true
}

const firstSkip = (holds: readonly Hold[]): SkipReason | null => {
  for (const hold of holds) {
    const reason = skipReasonOf(hold)
    if (reason !== null) return reason
  }
  return null
}

/** All of them must be over. */
function longestWait(
  holds: readonly Hold[],
  now: Instant,
): { readonly until: Instant; readonly hold: LeadHold } | null {
  let longest: { readonly until: Instant; readonly hold: LeadHold } | null = null
  for (const { is, until } of holds) {
    const hold = leadHoldOf[is]
    if (hold === undefined || until === null || until <= now) continue
    if (longest === null || until > longest.until) longest = { until, hold }
  }
  return longest
}

/** What is kept with a contact that waits; hours are no such thing, as they hold its whole place. */
const leadHoldOf: Readonly<Partial<Record<Hold['is'], LeadHold>>> = {
  'day-cap': 'day_cap',
  'week-cap': 'week_cap',
  'law-cap': 'law_cap',
  'law-pause': 'law_pause',
  'trunk-refused': 'trunk_refused',
}
