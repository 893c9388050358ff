import type { CampaignId, Instant, LeadId, PlaceId } from '../domain/ids.ts'
import type { QueueCell, Turn } from './ports/lead-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

// Call first, high, normal, low; within each, due retries before fresh contacts.
const levels = [-1, 0, 1, 2].flatMap(priority => [
  { priority, status: 'retry' as const },
  { priority, status: 'pending' as const },
])

/**
 * Contacts that are ready, in the order in which they are called; within one level the oldest of all places first.
 * Costs one probe of an index per contact, whatever the size of the campaign.
 */
export async function* inTurn(
  tx: Pick<EngineTransaction, 'firstTurn' | 'turnAfter'>,
  campaign: CampaignId,
  cells: readonly QueueCell[],
  now: Instant,
): AsyncGenerator<LeadId> {
  for (const { priority, status } of levels) {
    const heads = new Map<QueueCell, Turn>()
    for (const cell of cells) {
      if (cell.priority !== priority || cell.status !== status) continue
      const first = await tx.firstTurn(campaign, cell)
      if (first && first.readyAt <= now) heads.set(cell, first)
    }
    for (let next = oldest(heads); next !== null; next = oldest(heads)) {
      const [cell, turn] = next
      yield turn.lead
      const after = await tx.turnAfter(campaign, cell, turn)
      if (after && after.readyAt <= now) heads.set(cell, after)
      else heads.delete(cell)
    }
  }
}

function oldest(heads: ReadonlyMap<QueueCell, Turn>): readonly [QueueCell, Turn] | null {
  let first: readonly [QueueCell, Turn] | null = null
  for (const entry of heads) if (first === null || isBefore(entry[1], first[1])) first = entry
  return first
}

const isBefore = (a: Turn, b: Turn): boolean =>
  a.readyAt < b.readyAt || (a.readyAt === b.readyAt && a.lead < b.lead)

/** Contacts of the test that are ready, at places that are open. */
export async function* sampledInTurn(
  tx: Pick<EngineTransaction, 'sampled'>,
  campaign: CampaignId,
  isOpen: (place: PlaceId) => Promise<boolean>,
  now: Instant,
): AsyncGenerator<LeadId> {
  for (const { lead, place, readyAt } of await tx.sampled(campaign))
    if (readyAt <= now && (await isOpen(place))) yield lead
}
