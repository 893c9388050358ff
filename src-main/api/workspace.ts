import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { DemoEvent } from '../contract/workspace.ts'
import { workspaceCaps } from '../domain/campaign.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { readSetting, writeSetting } from '../store/workspace-settings.ts'
import { activeRow } from './active-row.ts'
import { audited } from './audited.ts'
import { livePace } from './campaigns.ts'
import { levels } from './levels.ts'
import { mustBeAsOpened } from './must-be-as-opened.ts'
import { markRead } from './notices.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'
import { snapshots } from './snapshots.ts'
import { stopEverything } from './stop-everything.ts'
import { trunkDay } from './trunk-day.ts'
import { withProgress } from './with-progress.ts'
import { workspaceLive } from './workspace-live.ts'

const os = implement(contract.workspace).$context<Services>()

export const workspace = os.router({
  live: os.live.handler(async function* ({ context, signal }) {
    yield* snapshots({
      subscribe: changed => context.engine.onChange(changed),
      take: () => workspaceLive(context),
      ...livePace,
      everyMs: 1_000,
      signal,
    })
  }),

  activeCalls: os.activeCalls.handler(async function* ({ context, signal }) {
    yield* snapshots({
      subscribe: changed => context.engine.onChange(changed),
      take: async () => {
        const names = new Map((await readCampaigns(context.db)).map(({ id, name }) => [id, name]))
        return context.engine.activeCalls().map(call => ({
          ...activeRow(call),
          campaign: { id: call.campaign, name: names.get(call.campaign) ?? '' },
        }))
      },
      ...livePace,
      signal,
    })
  }),

  levels: os.levels.handler(({ context, signal }) => levels(context, signal)),

  trunkDay: os.trunkDay.handler(({ context, signal }) => trunkDay(context, signal)),

  startDemo: os.startDemo.handler(async ({ context }) => ({ campaign: await context.startDemo() })),

  startDemoWithHistory: os.startDemoWithHistory.handler(async function* ({
    context,
    signal,
  }): AsyncGenerator<DemoEvent> {
    const campaign = yield* withProgress(context.startDemoWithHistory, signal)
    yield { is: 'ready', campaign }
  }),

  stopAll: os.stopAll.handler(async ({ input, context }) => {
    const paused = await stopEverything(context, input)
    const problem = context.engine.problem()
    if (problem !== null)
      throw refused({
        code: 'store',
        what: `The campaigns could not be paused. ${problem.message}`,
        cure: 'Nobody is called as long as this lasts. Stop all again when it is mended.',
      })
    return { paused }
  }),

  caps: os.caps.handler(async ({ context }) => ({
    caps: (await readSetting(context.db, 'caps')) ?? workspaceCaps,
    defaults: workspaceCaps,
  })),

  setCaps: os.setCaps.handler(async ({ input: { opened, ...caps }, context }) => {
    const now = context.now()
    await context.change(async tx => {
      const before = (await readSetting(tx, 'caps')) ?? workspaceCaps
      mustBeAsOpened('settings', before, opened, caps)
      await writeSetting(tx, 'caps', caps, now)
      await audited(tx, { action: 'workspace.caps', subject: 'workspace' }, before, caps, now)
    })
    context.engine.changed()
    return {}
  }),

  readNotice: os.readNotice.handler(async ({ input, context }) => {
    await markRead(context, input.id)
    return {}
  }),

  about: os.about.handler(({ context: { about } }) => ({ ...about, runsOn: [...about.runsOn] })),
})
