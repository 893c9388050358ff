import type { Hold } from '../domain/holds/hold.ts'
import { ownHolds } from '../domain/holds/own-holds.ts'
import type { CampaignId, Instant, LeadId } from '../domain/ids.ts'
import { ringTime } from '../domain/ring-time.ts'
import { chooseNumber, onTrunk } from '../domain/rotation.ts'
import { type Carriage, carriageOf, refusedUntil, type TrunkFacts } from '../domain/trunk-group.ts'
import { areaOf } from '../numbering/area-of.ts'
import type { Standing } from './advance.ts'
import type { EngineParts } from './engine-parts.ts'
import type { PlaceNow } from './law-book.ts'
import { leadFacts } from './lead-facts.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { CallOrder } from './ports/dialer.ts'
import type { LeadCandidate } from './ports/lead-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'
import { turnAway } from './turn-away.ts'
import { nextDue, whoseTurn } from './whose-turn.ts'
import { writeDecision } from './write-decision.ts'

export interface Claim {
  readonly campaign: CampaignRecord
  readonly lead: LeadCandidate
  readonly trunk: TrunkFacts
  readonly order: CallOrder
}

export type ClaimResult =
  | { readonly is: 'claimed'; readonly claim: Claim }
  /** Whoever is due is on another call; `next`: when somebody else is due, `null`: nobody is by the clock alone. */
  | { readonly is: 'nobody'; readonly next: Instant | null }
  /** Everybody who was due waits for something else now. */
  | { readonly is: 'turned-away' }
  /** Many were turned away; there may be more. */
  | { readonly is: 'again' }

// Contacts that one decision turns away at most: about 10 ms of work.
const MOST_TURNED_AWAY = 50
// Contacts on other calls that it passes over: more than a workspace has calls.
const MOST_PASSED = 1_000

const nobody = { is: 'nobody', next: null } as const

/** Takes the next contact, a trunk, a caller ID and a slot, and writes the call as `reserved`: one transaction. */
export async function claim(parts: EngineParts, { campaign, facts }: Standing): Promise<ClaimResult> {
  const written = await parts.store.once(tx => choose(parts, tx, campaign.id, facts.trunks), 'not')
  return written?.value ?? nobody
}

async function choose(
  parts: EngineParts,
  tx: EngineTransaction,
  id: CampaignId,
  group: readonly TrunkFacts[],
): Promise<ClaimResult> {
  const now = parts.clock.now()
  const campaign = await tx.campaign(id)
  if (campaign?.state.is !== 'running' || campaign.agentVersion === null) return nobody
  const trunks = group.filter(trunk => campaign.trunks.some(({ id }) => id === trunk.id))
  if (trunks.length === 0) return nobody
  let turnedAway = 0
  let passed = 0
  for await (const lead of whoseTurn(parts, tx, campaign, now)) {
    const tried = await tryOne(parts, tx, campaign, trunks, lead, now)
    if (typeof tried !== 'string') return { is: 'claimed', claim: tried }
    // News since the look that found one: looks again.
    if (tried === 'no-number') return { is: 'turned-away' }
    if (tried === 'passed' && ++passed >= MOST_PASSED) break
    if (tried === 'turned-away' && ++turnedAway >= MOST_TURNED_AWAY) return { is: 'again' }
  }
  if (turnedAway > 0) return { is: 'turned-away' }
  return { is: 'nobody', next: await nextDue(parts, tx, campaign, now) }
}

async function tryOne(
  parts: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  trunks: readonly TrunkFacts[],
  lead: LeadId,
  now: Instant,
): Promise<Claim | 'passed' | 'turned-away' | 'no-number'> {
  const candidate = await tx.candidate(lead)
  if (candidate === null || candidate.isBusy) return 'passed'
  const place = await parts.laws.at(tx, campaign, candidate.place, now)
  const own = ownHolds(await leadFacts(tx, campaign, candidate, place, now), now)
  const carriage = await carriageFor(tx, trunks, candidate, now)
  if (own.length === 0 && carriage.is === 'trunk')
    return (await take(parts, tx, campaign, carriage, candidate, place, now)) ?? 'no-number'
  const holds = own.length > 0 ? own : trunkHolds(carriage, place)
  const turned = await turnAway(tx, {
    campaign,
    lead: candidate,
    place,
    holds,
    moment: 'turn',
    call: null,
    now,
  })
  return turned ? 'turned-away' : 'passed'
}

/** Whoever was refused by a trunk is not tried on it again before its back-off is over. */
const carriageFor = async (
  tx: EngineTransaction,
  trunks: readonly TrunkFacts[],
  { lead, unrung }: LeadCandidate,
  now: Instant,
): Promise<Carriage> =>
  carriageOf(trunks, unrung === 0 ? new Map() : refusedUntil(await tx.failedTries(lead, unrung)), now)

const trunkHolds = (carriage: Carriage, { place }: PlaceNow): readonly Hold[] =>
  carriage.is === 'later'
    ? [{ is: 'trunk-refused', until: carriage.until, zone: place.zones[0] ?? 'UTC' }]
    : []

async function take(
  { dice, hourly }: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  { trunk, movesOn }: Extract<Carriage, { is: 'trunk' }>,
  lead: LeadCandidate,
  place: PlaceNow,
  now: Instant,
): Promise<Claim | null> {
  const { agentVersion } = campaign
  const carrying = campaign.trunks.find(({ id }) => id === trunk.id)
  if (carrying === undefined || agentVersion === null || lead.phone === null) return null
  const { rotation } = campaign.settings
  const area = rotation.localMatch === 'area' ? areaOf(lead.phone) : ''
  const to = { country: place.place.country, area }
  const pool = onTrunk(await tx.pool(campaign.id, now), carrying)
  const choice = chooseNumber(pool, rotation, to, now, dice)
  if (choice.is === 'none') return null
  const { number } = choice
  const sipCallId = newCallId(dice)
  const call = await tx.reserve({
    sipCallId,
    campaign,
    lead,
    to: lead.phone,
    trunk: trunk.id,
    agentVersion,
    number: number.id,
    callerId: number.e164,
    at: now,
  })
  hourly.reserved(campaign.id, call, now)
  await writeDecision(tx, {
    campaign: campaign.id,
    lead,
    place,
    moment: 'turn',
    call,
    now,
    outcome: 'call',
    holds: [],
  })
  const order: CallOrder = {
    call,
    sipCallId,
    trunk: trunk.id,
    movesOn,
    to: lead.phone,
    callerId: number.e164,
    ringSeconds: ringTime(campaign.settings, place.law).seconds,
    flow: await tx.flow(agentVersion),
    variables: variablesOf(lead),
    record: campaign.settings.record,
  }
  return { campaign, lead, trunk, order }
}

/** The contact's fields, and its name as `{{name}}` and `{{contact_name}}`; empty ones leave the flow's own samples. */
function variablesOf({ name, fields }: LeadCandidate): Readonly<Record<string, string>> {
  return name === '' ? fields : { ...fields, name, contact_name: name }
}

/** 128 random bits (RFC 3261 section 8.1.1.4: unique over space and time). */
function newCallId(dice: () => number): string {
  const word = () =>
    Math.floor(dice() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return `${word()}${word()}${word()}${word()}`
}
