import type { CampaignFacts, WaitingPlace } from '../domain/holds/facts.ts'
import type { Hold } from '../domain/holds/hold.ts'
import { paceHolds } from '../domain/holds/pace-holds.ts'
import type { CampaignId, Instant, PlaceId } from '../domain/ids.ts'
import { chooseNumber, type NumberChoice, onTrunk, type PoolNumber } from '../domain/rotation.ts'
import type { TrunkFacts } from '../domain/trunk-group.ts'
import { type Credits, shortages, shortCredits } from './auto-pause/shortages.ts'
import type { EngineParts } from './engine-parts.ts'
import { areHoursLifted } from './hours-lifted.ts'
import type { CampaignRecord, CarryingTrunk } from './ports/campaign-record.ts'
import type { QueueCell, SampledLead, Turn } from './ports/lead-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

/** Everything the rules want to know about one campaign now. */
export async function campaignFacts(
  parts: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  now: Instant,
): Promise<CampaignFacts> {
  const { abandon, active, caps, hourly, laws, store, trunks } = parts
  const { id } = campaign
  const isDraining = campaign.state.is === 'draining'
  const credits: Credits = isDraining ? new Map() : await shortCredits(parts, tx, campaign)
  const facts: CampaignFacts = {
    state: campaign.state,
    settings: campaign.settings,
    schedule: campaign.schedule,
    hoursLifted: areHoursLifted(campaign),
    hasAgent: campaign.agentVersion !== null,
    usableNumbers: await tx.usableNumbers(id),
    numbersOut: null,
    lastStartAt: campaign.lastStartAt,
    hourlyFreeAt: await hourly.freeAt(tx, campaign, now),
    activeCalls: active.countOf(id),
    abandonment: await abandon.facts(tx, campaign, laws.abandonment(campaign), now),
    short: isDraining ? [] : shortages(parts, campaign, credits, now),
    trunks: campaign.trunks.map(trunk => ({
      ...trunks.facts(trunk, active.channelsOn(trunk.id), now),
      short: credits.get(trunk.id) ?? null,
      numbersOut: null,
    })),
    workspace: { caps, activeCalls: active.channels(), slot: parts.pace.slot },
    list: await tx.list(id),
    waiting: [],
    storeProblem: store.problem()?.message ?? null,
  }
  // With all calls in use nobody has to know who would be next, nor under which number.
  const pace = paceHolds(facts, now)
  if (isDraining || pace.some(({ is }) => isFull.has(is))) return facts
  const known = withNumbers(facts, campaign, await tx.pool(id, now), now)
  const asks = campaign.state.is === 'running' && pace.length === 0
  return asks ? { ...known, waiting: await waitingPlaces(parts, tx, campaign, now) } : known
}

const isFull: ReadonlySet<Hold['is']> = new Set(['campaign-full', 'trunk-full', 'workspace-full'])

/** Whatever contact is next: with every number at its cap or at rest, nobody can be called; nor over a trunk with none. */
function withNumbers(
  facts: CampaignFacts,
  { settings, trunks }: CampaignRecord,
  pool: readonly PoolNumber[],
  now: Instant,
): CampaignFacts {
  // Where it is does not decide whether there is one.
  const choice = (among: readonly PoolNumber[]) =>
    chooseNumber(among, settings.rotation, { country: null, area: '' }, now, () => 0)
  const all = choice(pool)
  return {
    ...facts,
    numbersOut: all.is === 'none' && all.why === 'off' ? null : whyOut(all),
    trunks: facts.trunks.map((trunk, at) => ({
      ...trunk,
      numbersOut: whyOut(choice(onTrunk(pool, trunks[at] as CarryingTrunk))),
    })),
  }
}

const whyOut = (choice: NumberChoice): TrunkFacts['numbersOut'] =>
  choice.is === 'none' ? { why: outWords[choice.why], until: choice.until } : null

const outWords = {
  off: 'none of the caller numbers may be shown on it',
  excluded: 'each of them rests or is at its cap of the day',
  capped: 'each of them is at its cap of the day',
} as const

/** Where contacts wait that may be called next, each place once. */
export async function waitingPlaces(
  { laws }: Pick<EngineParts, 'laws'>,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  now: Instant,
): Promise<readonly WaitingPlace[]> {
  const places: WaitingPlace[] = []
  for (const [id, first] of await firstAt(tx, campaign)) {
    const { place, state } = await laws.at(tx, campaign, id, now)
    // A closed place is closed for all of them, whenever they are ready.
    const { readyAt, hold } = state.open ? await first() : { readyAt: 0, hold: null }
    places.push({ zone: place.zones[0] ?? 'UTC', calendar: state, readyAt, hold })
  }
  return places
}

type First = Pick<SampledLead, 'readyAt' | 'hold'>

/** By place, how to find who is ready first there. */
async function firstAt(
  tx: EngineTransaction,
  { id, testContacts }: CampaignRecord,
): Promise<ReadonlyMap<PlaceId, () => Promise<First>>> {
  if (testContacts !== null) {
    const sampled = Map.groupBy(await tx.sampled(id), ({ place }) => place)
    return new Map([...sampled].map(([place, turns]) => [place, async () => earliest(turns)]))
  }
  const cells = Map.groupBy(await tx.queue(id), ({ place }) => place)
  return new Map([...cells].map(([place, of]) => [place, () => firstOf(tx, id, of)]))
}

async function firstOf(
  tx: EngineTransaction,
  campaign: CampaignId,
  cells: readonly QueueCell[],
): Promise<First> {
  // A fresh contact that waits for nothing is always ready.
  if (cells.some(({ status, holds }) => status === 'pending' && holds.has(null)))
    return { readyAt: 0, hold: null }
  let first: Turn | null = null
  for (const cell of cells) {
    const turn = await tx.firstTurn(campaign, cell)
    if (turn && (first === null || turn.readyAt < first.readyAt)) first = turn
  }
  const lead = first && (await tx.candidate(first.lead))
  return { readyAt: first?.readyAt ?? 0, hold: lead?.hold ?? null }
}

const earliest = (turns: readonly SampledLead[]): First =>
  turns.reduce<First>((first, turn) => (turn.readyAt < first.readyAt ? turn : first), turns[0] ?? never)

const never: First = { readyAt: Number.POSITIVE_INFINITY, hold: null }
