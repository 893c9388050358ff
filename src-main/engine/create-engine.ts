import type { CampaignMove } from '../domain/campaign-state.ts'
import type { Hold } from '../domain/holds/hold.ts'
import type { CallId, CampaignId, Instant, LeadId, PlaceId, TrunkId } from '../domain/ids.ts'
import type { LaunchChoices, LaunchPreview } from '../domain/launch.ts'
import type { PlaceOfLead } from '../domain/short-wait.ts'
import type { Wait } from '../domain/waits.ts'
import type { ActiveCall } from './active-calls.ts'
import { assemble, type EngineOptions } from './assemble.ts'
import { beat } from './beat.ts'
import type { Change } from './changes.ts'
import type { EngineParts } from './engine-parts.ts'
import type { LaunchOptions } from './launch/begin.ts'
import { finishLaunches, launch, launchByDefault } from './launch/launch.ts'
import { previewLaunch } from './launch/preview.ts'
import { type Moved, move } from './move.ts'
import { createNumberWatch } from './number-watch.ts'
import { placesNow } from './places-now.ts'
import type { StoreFailure } from './ports/store.ts'
import { endOrphans, recover } from './recover.ts'
import { RETRY_MS } from './store-watch.ts'
import { type Channel, type ChannelWish, takeChannel } from './take-channel.ts'
import { waits } from './waits.ts'
import { type WhyNotNow, whyNotNow } from './why-not-now.ts'

export interface Engine {
  /** Settles what an earlier process left, ends its calls, then begins to dial. */
  start(): Promise<void>
  /**
   * Stops dialling at once. With `hangUp` it ends the calls, otherwise it lets them end by themselves for
   * `withinMs`, then ends the rest. Resolves when all are written; one whose peer stays silent is left to the next
   * start.
   */
  close(options: { readonly hangUp: boolean; readonly withinMs: number }): Promise<void>
  /** A launch or restart by this way is one with the choices that the dialog begins with. */
  move(campaign: CampaignId, move: CampaignMove, options?: MoveOptions): Promise<Moved>
  /** Launches, or restarts where the campaign ran before. */
  launch(campaign: CampaignId, choices: LaunchChoices, options?: Partial<LaunchOptions>): Promise<Moved>
  /** What such a launch would do now; `null`: there is no such campaign. */
  previewLaunch(campaign: CampaignId, choices: LaunchChoices): Promise<LaunchPreview | null>
  /** False when there is no such call any more. */
  hangUp(call: CallId): boolean
  /** Pauses every campaign. @returns how many */
  stopAll(options: { readonly hangUp: boolean; readonly actor?: string }): Promise<number>
  /** Contacts or settings were changed beside the engine, without a campaign those of all or the law: looks again. */
  changed(campaign?: CampaignId): void
  activeCalls(): readonly ActiveCall[]
  /** For a call beside the campaigns, which is as much a call as theirs where channels are counted. */
  takeChannel(wish: ChannelWish): Promise<Channel>
  /** Channels in use on a trunk, whatever for. */
  channelsOn(trunk: TrunkId): number
  /** What held this campaign back when it was last looked at, most telling first. */
  holds(campaign: CampaignId): readonly Hold[]
  /** Who of a running campaign waits for what, most contacts first: the idle line. */
  waits(campaign: CampaignId): Promise<readonly Wait[]>
  /** Why a contact of a campaign is not called at this moment; `null`: there is no such one. */
  whyNotNow(lead: LeadId): Promise<WhyNotNow | null>
  /** Whether a running campaign may call each of these places now; `null`: it does not run. */
  placesNow(
    campaign: CampaignId,
    places: readonly PlaceId[],
  ): Promise<ReadonlyMap<PlaceId, PlaceOfLead> | null>
  /** Why dialling is stopped for all; `null`: it is not. */
  problem(): StoreFailure | null
  onChange(listener: (change: Change) => void): () => void
}

export interface MoveOptions {
  readonly actor?: string
  /** With `cancel`, `pause` or `finish`: end the campaign's calls instead of letting them finish. */
  readonly hangUp?: boolean
}

export function createEngine(options: EngineOptions): Engine {
  const { clock, dialer, report } = options
  const closing = new AbortController()
  let alarm = new AbortController()
  let holds: ReadonlyMap<CampaignId, readonly Hold[]> = new Map()
  let loop: Promise<void> = Promise.resolve()
  let watching: Promise<void> = Promise.resolve()
  let orphansEnd: Promise<void> = Promise.resolve()

  // With a reason, since making the one that stands for none takes longer than all else of it.
  const wake = () => alarm.abort('wake')
  const parts = assemble(options, { wake, closing: closing.signal })
  const { active, changes } = parts
  const stopListening = dialer.onTrunkHealth((trunk, health) => {
    if (health.is === 'up') parts.trunks.reached(trunk)
    changes.tell({ trunk })
    wake()
  })

  const keepHolds = (next: typeof holds) => {
    const before = holds
    holds = next
    for (const [campaign, now] of next)
      if (now[0]?.is !== before.get(campaign)?.[0]?.is) changes.tell({ campaign })
  }
  const run = async () => {
    let due: Instant | null = null
    while (!closing.signal.aborted) {
      alarm = new AbortController()
      const { signal } = alarm
      parts.system.beat(due, clock.now())
      const { holds: next, ...beaten } = await beat(parts)
      due = beaten.due
      keepHolds(next)
      if (!signal.aborted && !closing.signal.aborted)
        await clock.sleep(due ?? Number.POSITIVE_INFINITY, signal, active.count() === 0)
    }
  }

  return {
    start: async () => {
      let recovered = await recover(parts)
      while (recovered === null && !closing.signal.aborted) {
        await clock.sleep(clock.now() + RETRY_MS, closing.signal, false)
        recovered = await recover(parts)
      }
      orphansEnd = endOrphans(parts, recovered?.orphans ?? []).catch(report)
      await finishLaunches(parts)
      loop = run().catch(report)
      watching = createNumberWatch(parts).run().catch(report)
    },
    close: async ({ hangUp, withinMs }) => {
      stopListening()
      closing.abort()
      wake()
      // A disk that takes nothing any more must not keep the program.
      await Promise.race([Promise.all([loop, watching]), timeout(HANG_UP_MS)])
      // Whoever still hears an earlier process is as much on a call as those of this one.
      const allOver = () => Promise.all([active.empty(), orphansEnd])
      if (!hangUp) await Promise.race([allOver(), timeout(withinMs)])
      for (const { call } of active.list()) active.hangUp(call)
      await Promise.race([allOver(), timeout(HANG_UP_MS)])
      await restDrained(parts)
    },
    move: async (campaign, wanted, { actor = 'supervisor', hangUp = false } = {}) => {
      if (wanted.do === 'launch' || wanted.do === 'restart')
        return launchByDefault(parts, campaign, { actor, do: wanted.do })
      const moved = await move(parts, campaign, wanted, actor)
      if ('moved' in moved && (hangUp || wanted.do === 'hang_up'))
        for (const call of active.list()) if (call.campaign === campaign) active.hangUp(call.call)
      return moved
    },
    launch: (campaign, choices, { actor = 'supervisor', ...options } = {}) =>
      launch(parts, campaign, choices, { actor, ...options }),
    previewLaunch: (campaign, choices) => previewLaunch(parts, campaign, choices),
    hangUp: call => active.hangUp(call),
    stopAll: async ({ hangUp, actor = 'supervisor' }) => {
      for (const launching of parts.launches.values()) launching.abort()
      const read = await parts.store.read(tx => tx.workingCampaigns())
      let paused = 0
      for (const { id } of read?.value ?? []) {
        const moved = await move(parts, id, { do: 'pause', reason: 'manual', detail: '' }, actor)
        if ('moved' in moved) paused += 1
      }
      if (hangUp) for (const { call } of active.list()) active.hangUp(call)
      return paused
    },
    changed: campaign => {
      if (campaign === undefined) parts.laws.forget()
      changes.tell(campaign === undefined ? { workspace: true } : { campaign })
      wake()
    },
    activeCalls: () => active.list(),
    takeChannel: wish => takeChannel(parts, wish),
    channelsOn: active.channelsOn,
    holds: campaign => holds.get(campaign) ?? [],
    waits: campaign => waits(parts, campaign),
    whyNotNow: lead => whyNotNow(parts, lead),
    placesNow: (campaign, places) => placesNow(parts, campaign, places),
    problem: () => parts.store.problem(),
    onChange: changes.listen,
  }
}

/** A pause that only waited for its last call is not left half done by the end of the program. */
async function restDrained(parts: EngineParts): Promise<void> {
  if (parts.store.problem() !== null) return
  const read = await parts.store.read(tx => tx.workingCampaigns())
  for (const { id, state } of read?.value ?? [])
    if (state.is === 'draining' && parts.active.countOf(id) === 0)
      await move(parts, id, { do: 'rest' }, 'engine')
}

// For BYE or CANCEL and their answers.
const HANG_UP_MS = 5_000

const timeout = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms).unref())
