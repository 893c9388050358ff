import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { activeRow } from './active-row.ts'
import { livePace } from './campaigns.ts'
import { coming } from './coming.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'
import { snapshots } from './snapshots.ts'
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

  startDemo: os.startDemo.handler(async ({ context }) => ({ campaign: await context.startDemo() })),

  stopAll: os.stopAll.handler(async ({ input, context }) => {
    const paused = await context.engine.stopAll(input)
    const problem = context.engine.problem()
    if (problem !== null)
      throw refused({
        code: 'store',
        what: `The campaigns could not be paused. ${problem.message}`,
        cure: 'Nobody is called as long as this lasts. Stop all again when it is mended.',
      })
    return { paused }
  }),

  caps: os.caps.handler(coming),
  setCaps: os.setCaps.handler(coming),

  readNotice: os.readNotice.handler(async ({ input, context }) => {
    await context.change(tx =>
      tx
        .updateTable('notices')
        .set({ read_at: context.now() })
        .where('id', '=', input.id)
        .where('read_at', 'is', null)
        .execute(),
    )
    return {}
  }),

  about: os.about.handler(({ context }) => context.about),
})
