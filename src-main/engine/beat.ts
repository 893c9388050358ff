import type { Hold } from '../domain/holds/hold.ts'
import { nextLook } from '../domain/holds/next-look.ts'
import { nextTurn } from '../domain/holds/wait-holds.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { takeSlot } from '../domain/pacing.ts'
import { advance, earliest, type Standing, standing } from './advance.ts'
import { type Resumable, resumable } from './auto-pause/resume-by-itself.ts'
import { watchNumbers } from './auto-pause/watch-numbers.ts'
import { campaignFacts } from './campaign-facts.ts'
import { claim } from './claim.ts'
import type { EngineParts } from './engine-parts.ts'
import { move, type PlainMove } from './move.ts'
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
    const done = await parts.inTurn(() => doOne(parts))
    if (done !== 'again') return done
  }
}

async function doOne(parts: EngineParts): Promise<Beat | 'again'> {
  const now = parts.clock.now()
  await parts.system.look(now)
  const { standings, calledEnd, mayResume } = await look(parts, now)
  if (calledEnd !== null && calledEnd <= now) {
    await finishCalled(parts, now)
    return 'again'
  }
  if (await watchNumbers(parts, standings, now)) return 'again'
  if (await resume(parts, mayResume.campaigns)) return 'again'
  const dues = await act(parts, standings, now)
  if (dues !== 'acted')
    return { due: earliest([...dues, calledEnd, mayResume.due]), holds: holdsOf(standings) }
  return parts.closing.aborted || parts.store.problem() !== null ? resting(parts, standings) : 'again'
}

const resting = ({ clock }: EngineParts, standings: readonly Standing[]): Beat => ({
  due: clock.now() + RETRY_MS,
  holds: holdsOf(standings),
})

const holdsOf = (standings: readonly Standing[]) =>
  new Map(standings.map(({ campaign, holds }) => [campaign.id, holds]))

const hasRoomAgain = async ({ store, clock }: EngineParts): Promise<boolean> =>
  (await store.once(tx => tx.proveRoom(clock.now()))) !== null

interface Seen {
  /** All campaigns at work; the one that waited longest for a start comes first. */
  readonly standings: readonly Standing[]
  /** When the first completion timeout of any campaign is over, those at rest among them. */
  readonly calledEnd: Instant | null
  /** Paused ones that may go on by themselves. */
  readonly mayResume: Resumable
}

async function look(parts: EngineParts, now: Instant): Promise<Seen> {
  const read = await parts.store.read(async tx => {
    parts.caps = await tx.caps()
    const standings: Standing[] = []
    for (const campaign of await tx.workingCampaigns())
      standings.push(await standing(tx, campaign, await campaignFacts(parts, tx, campaign, now), now))
    standings.sort((a, b) => (a.campaign.lastStartAt ?? 0) - (b.campaign.lastStartAt ?? 0))
    const mayResume = await resumable(parts, tx, parts.gone, now)
    return { standings, calledEnd: await tx.nextCalledEnd(), mayResume }
  })
  return read?.value ?? { standings: [], calledEnd: null, mayResume: { campaigns: [], due: null } }
}

/** @returns whether one goes on */
async function resume(parts: EngineParts, campaigns: readonly CampaignId[]): Promise<boolean> {
  let some = false
  for (const id of campaigns) {
    const moved = await move(parts, id, { do: 'resume' }, 'engine')
    if ('moved' in moved) some = true
  }
  return some
}

async function finishCalled({ store, changes }: EngineParts, now: Instant): Promise<void> {
  const written = await store.once(tx => tx.finishCalled(now))
  for (const campaign of written?.value ?? []) changes.tell({ campaign })
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
    dues.push(due, nextLook(each.holds), nextTurn(each.facts.waiting, now))
    if (each.holds.length > 0) continue
    const started = await start(parts, each, now)
    if (started === 'acted') return 'acted'
    dues.push(started.next)
  }
  return dues
}

/** A start whose needs are not met pauses the campaign instead of being asked for again and again. */
async function moveItself(parts: EngineParts, campaign: CampaignId, wanted: PlainMove): Promise<void> {
  const moved = await move(parts, campaign, wanted, 'engine')
  if ('moved' in moved || moved.refused !== 'not_ready') return
  const detail = moved.missing.map(({ text }) => text).join('; ')
  await move(parts, campaign, { do: 'pause', reason: 'not_ready', detail }, 'engine')
}

/** `next`: nobody can be called now; when somebody else is due. */
async function start(
  parts: EngineParts,
  standing: Standing,
  now: Instant,
): Promise<'acted' | { readonly next: Instant | null }> {
  const result = await claim(parts, standing)
  if (result.is === 'nobody') return result
  if (result.is === 'again') await othersFirst()
  if (result.is !== 'claimed') return 'acted'
  const { order, trunk } = result.claim
  const { pace, caps, trunks } = parts
  pace.slot = takeSlot(pace.slot, 1000 / caps.callsPerSecond, now)
  trunks.starts(order.trunk, trunk.callsPerSecond, now)
  place(parts, result.claim).catch(parts.report)
  return 'acted'
}

/** The store answers without leaving this turn of the event loop: a long list would keep calls and windows waiting. */
const othersFirst = () => new Promise<void>(resolve => setImmediate(resolve))
