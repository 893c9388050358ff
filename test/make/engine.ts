import type { CampaignId, Instant, TrunkId } from '../../src-main/domain/ids.ts'
import type { Notice } from '../../src-main/domain/notice.ts'
import type { EngineOptions } from '../../src-main/engine/assemble.ts'
import { createEngine, type Engine } from '../../src-main/engine/create-engine.ts'
import type { EngineStore } from '../../src-main/engine/ports/store.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { seededDice } from '../fakes/seeded-dice.ts'
import { createSimDialer, picksUp, type SimDialer, type SimDialerOptions } from '../fakes/sim-dialer.ts'
import { createVirtualClock, type VirtualClock } from '../fakes/virtual-clock.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen, type WorkspaceOptions } from './workspace.ts'

export interface Bench {
  readonly engine: Engine
  readonly store: Store
  readonly clock: VirtualClock
  readonly dialer: SimDialer
  readonly campaign: CampaignId
  readonly trunk: TrunkId
  /** Those after it in the failover group. */
  readonly further: readonly TrunkId[]
  readonly notices: Notice[]
  readonly bugs: unknown[]
  /** Moves to `running` and lets the clock go until the campaign rests, or until then. */
  launch(until?: Instant | (() => boolean)): Promise<void>
  state(campaign?: CampaignId): Promise<string>
  statuses(campaign?: CampaignId): Promise<Record<string, number>>
  end(): Promise<void>
}

export interface BenchOptions extends WorkspaceOptions {
  readonly answer?: SimDialerOptions['answer']
  readonly prepare?: SimDialerOptions['prepare']
  readonly at?: Instant
  /** Puts something before the store. */
  readonly through?: (store: Store) => EngineStore
  /** What else the engine is given: rules, disk, backups. */
  readonly engine?: Partial<EngineOptions>
}

/** An engine over a real workspace file, a simulated dialer and a virtual clock. */
export async function aBench(options: BenchOptions = {}): Promise<Bench> {
  const { answer = () => picksUp, prepare, at = mondayAtTen } = options
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const { campaign, trunk, further } = await aCampaign(store, options)
  const clock = createVirtualClock(at)
  const dialer = createSimDialer({ clock, answer, ...(prepare ? { prepare } : {}) })
  const notices: Notice[] = []
  const bugs: unknown[] = []
  const engine = createEngine({
    store: options.through?.(store) ?? store,
    dialer,
    clock,
    dice: seededDice(1),
    notify: notice => notices.push(notice),
    report: error => bugs.push(error),
    ...options.engine,
  })
  await engine.start()
  const state = async (of = campaign) =>
    (await store.db.selectFrom('campaigns').select('state').where('id', '=', of).executeTakeFirstOrThrow())
      .state
  return {
    engine,
    store,
    clock,
    dialer,
    campaign,
    trunk,
    further,
    notices,
    bugs,
    state,
    statuses: (of = campaign) => statusesOf(store, of),
    launch: async until => {
      const moved = await engine.move(campaign, { do: 'launch', startsAt: null })
      if (!('moved' in moved)) throw new Error(JSON.stringify(moved))
      await clock.run(until)
    },
    end: async () => {
      await engine.close({ hangUp: false, withinMs: 0 })
      await store.close()
      folder.remove()
    },
  }
}

export async function statusesOf(store: Store, campaign: CampaignId): Promise<Record<string, number>> {
  const rows = await store.db
    .selectFrom('leads')
    .select(({ fn }) => ['status', fn.countAll<number>().as('leads')])
    .where('campaign_id', '=', campaign)
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map(({ status, leads }) => [status, leads]))
}
