import type { Instant, LeadId, PlaceId } from '../domain/ids.ts'
import type { EngineParts } from './engine-parts.ts'
import type { LawBook } from './law-book.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { QueueCell, Turn } from './ports/lead-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'
import { inTurn, sampledInTurn } from './turns.ts'

/** Contacts of a campaign who are ready and whose place is open, in the order of their turn. */
export async function* whoseTurn(
  { laws }: Pick<EngineParts, 'laws'>,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  now: Instant,
) {
  if (campaign.testContacts === null)
    yield* inTurn(tx, campaign.id, await openCells(laws, tx, campaign, now), now)
  else yield* sampledInTurn(tx, campaign.id, place => isOpen(laws, tx, campaign, place, now), now)
}

/** When the first contact that is not ready yet will be, at the places that are open; `null`: there is none. */
export async function nextDue(
  { laws }: Pick<EngineParts, 'laws'>,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  now: Instant,
): Promise<Instant | null> {
  const turns: Instant[] = []
  if (campaign.testContacts === null)
    for (const cell of await openCells(laws, tx, campaign, now))
      turns.push((await tx.turnAfter(campaign.id, cell, endOf(now)))?.readyAt ?? Number.POSITIVE_INFINITY)
  else for (const { readyAt } of await tx.sampled(campaign.id)) if (readyAt > now) turns.push(readyAt)
  const first = Math.min(...turns)
  return Number.isFinite(first) ? first : null
}

/** Behind all turns of this instant. */
const endOf = (now: Instant): Turn => ({ lead: Number.MAX_SAFE_INTEGER as LeadId, readyAt: now })

async function openCells(
  laws: LawBook,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  now: Instant,
): Promise<readonly QueueCell[]> {
  const open: QueueCell[] = []
  for (const cell of await tx.queue(campaign.id))
    if (await isOpen(laws, tx, campaign, cell.place, now)) open.push(cell)
  return open
}

const isOpen = async (
  laws: LawBook,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  place: PlaceId,
  now: Instant,
): Promise<boolean> => (await laws.at(tx, campaign, place, now)).state.open
