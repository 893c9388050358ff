import type { Hold } from '../domain/holds/hold.ts'
import { ownHolds } from '../domain/holds/own-holds.ts'
import type { Instant } from '../domain/ids.ts'
import { mayStillBeShown, onTrunk } from '../domain/rotation.ts'
import type { Claim } from './claim.ts'
import type { EngineParts } from './engine-parts.ts'
import type { PlaceNow } from './law-book.ts'
import { leadFacts } from './lead-facts.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { CallOrder, SendingFacts } from './ports/dialer.ts'
import type { EngineTransaction } from './ports/transaction.ts'
import { turnAway } from './turn-away.ts'
import { writeDecision } from './write-decision.ts'

export type Sending =
  | { readonly is: 'committed'; readonly at: Instant }
  /** The contact stands as before, or as the rules turned it away. */
  | { readonly is: 'taken-back' }
  | { readonly is: 'not-written' }

/**
 * Commits `sending`, after which a packet may leave. Looks once more at what may have changed since the claim: the
 * campaign's state, its trunk and caller ID, every rule about the contact, a supervisor's hang-up, the end of the
 * program.
 */
export async function mayBeSent(parts: EngineParts, claim: Claim, facts: SendingFacts): Promise<Sending> {
  const { store, clock, active, closing } = parts
  const { order, lead } = claim
  const written = await store.once(async (tx): Promise<Sending> => {
    const now = clock.now()
    const call = await tx.call(order.call)
    const campaign = await tx.campaign(claim.campaign.id)
    const isWanted = campaign?.state.is === 'running' && !closing.aborted && !active.wantsHangUp(order.call)
    if (!isWanted || !(await isStillCarried(tx, campaign, order, now))) {
      await tx.takeBack(call)
      return { is: 'taken-back' }
    }
    const { holds, place } = await holdsNow(parts, tx, campaign, claim, now)
    const about = { place, holds, moment: 'sending', call: order.call, now } as const
    if (holds.length > 0) {
      await tx.takeBack(call)
      await turnAway(tx, { ...about, campaign, lead })
      return { is: 'taken-back' }
    }
    await tx.markSending(call, facts, now)
    await writeDecision(tx, { ...about, campaign: campaign.id, lead, outcome: 'call' })
    return { is: 'committed', at: now }
  })
  return written?.value ?? { is: 'not-written' }
}

/** Its trunk belongs to the campaign, and its caller ID was not switched off or put to rest. */
async function isStillCarried(
  tx: EngineTransaction,
  campaign: CampaignRecord,
  { trunk, callerId }: CallOrder,
  now: Instant,
): Promise<boolean> {
  const carrying = campaign.trunks.find(({ id }) => id === trunk)
  if (carrying === undefined) return false
  const number = onTrunk(await tx.pool(campaign.id, now), carrying).find(({ e164 }) => e164 === callerId)
  return number !== undefined && mayStillBeShown(number, campaign.settings.rotation, now)
}

/** As at the claim, apart from what the claim itself has done to the contact. */
async function holdsNow(
  { laws }: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  { lead }: Claim,
  now: Instant,
): Promise<{ readonly holds: readonly Hold[]; readonly place: PlaceNow }> {
  const place = await laws.at(tx, campaign, lead.place, now)
  const facts = await leadFacts(tx, campaign, { ...lead, isBusy: false }, place, now)
  return { holds: ownHolds({ ...facts, readyAt: 0 }, now), place }
}
