import type { CampaignMove } from '../domain/campaign-state.ts'
import { type Hold, nextLook } from '../domain/holds.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { takeSlot } from '../domain/pacing.ts'
import { advance, earliest, type Standing, standing } from './advance.ts'
import { campaignFacts } from './campaign-facts.ts'
import { claim } from './claim.ts'
import type { EngineParts } from './engine-parts.ts'
import { move } from './move.ts'
import { place } from './place.ts'
import { RETRY_MS } from './store-watch.ts'

export interface Beat {
  /** When something is due by itself; `null`: only an event can change anything. */
  readonly due: Instant | null
  readonly holds: ReadonlyMap<CampaignId, readonly Hold[]>
}

/** Does one thing after another that can be done now: moves campaigns whose time has come, starts calls. */
export async function beat(parts: EngineParts): Promise<Beat> {
  for (;;) {
    if (parts.store.problem() !== null && !(await hasRoomAgain(parts))) return resting(parts, [])
    const now = parts.clock.now()
    const standings = await look(parts, now)
    const dues = await act(parts, standings, now)
    if (dues !== 'acted') return { due: earliest(dues), holds: holdsOf(standings) }
    if (parts.closing.aborted || parts.store.problem() !== null) return resting(parts, standings)
  }
}

const resting = ({ clock }: EngineParts, standings: readonly Standing[]): Beat => ({
  due: clock.now() + RETRY_MS,
  holds: holdsOf(standings),
})

const holdsOf = (standings: readonly Standing[]) =>
  new Map(standings.map(({ campaign, holds }) => [campaign.id, holds]))

const hasRoomAgain = async ({ store, clock }: EngineParts): Promise<boolean> =>
  (await store.once(tx => tx.proveRoom(clock.now()))) !== null

/** All campaigns at work; the one that waited longest for a start comes first. */
async function look(parts: EngineParts, now: Instant): Promise<readonly Standing[]> {
  const read = await parts.store.read(async tx => {
    const standings: Standing[] = []
    for (const campaign of await tx.workingCampaigns())
      standings.push(standing(campaign, await campaignFacts(parts, tx, campaign, now), now))
    return standings
  })
  const standings = read?.value ?? []
  return standings.sort((a, b) => (a.campaign.lastStartAt ?? 0) - (b.campaign.lastStartAt ?? 0))
}

/** Does the first thing that can be done, or says when to look again. */
async function act(
  parts: EngineParts,
  standings: readonly Standing[],
  now: Instant,
): Promise<'acted' | readonly (Instant | null)[]> {
  const dues: (Instant | null)[] = []
  for (const each of standings) {
    const { move: wanted, due } = advance(parts, each, now)
    if (wanted !== null) {
      await moveItself(parts, each.campaign.id, wanted)
      return 'acted'
    }
    dues.push(due, nextLook(each.holds))
    if (each.holds.length === 0 && (await start(parts, each, now))) return 'acted'
  }
  return dues
}

/** A start whose needs are not met pauses the campaign instead of being asked for again and again. */
async function moveItself(parts: EngineParts, campaign: CampaignId, wanted: CampaignMove): Promise<void> {
  const moved = await move(parts, campaign, wanted, 'engine')
  if ('moved' in moved || moved.refused !== 'not_ready') return
  const detail = moved.missing.map(({ text }) => text).join('; ')
  await move(parts, campaign, { do: 'pause', reason: 'not_ready', detail }, 'engine')
}

async function start(parts: EngineParts, { campaign }: Standing, now: Instant): Promise<boolean> {
  const result = await claim(parts, campaign)
  if (result.is === 'nobody') return false
  if (result.is === 'again') {
    await othersFirst()
    return true
  }
  const { order, campaign: claimed } = result.claim
  const { pace, caps, trunks } = parts
  pace.slot = takeSlot(pace.slot, 1000 / caps.callsPerSecond, now)
  trunks.starts(order.trunk, claimed.trunk?.settings.callsPerSecond ?? caps.callsPerSecond, now)
  place(parts, result.claim).catch(parts.report)
  return true
}

/** The store answers without leaving this turn of the event loop: a long list would keep calls and windows waiting. */
const othersFirst = () => new Promise<void>(resolve => setImmediate(resolve))
