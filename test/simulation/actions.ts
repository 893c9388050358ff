import type { CampaignMove } from '../../src-main/domain/campaign-state.ts'
import type { CampaignId, TrunkId } from '../../src-main/domain/ids.ts'
import { addMore, blockOrFree, changeSchedule, changeSettings, suppress, switchNumber } from './edits.ts'
import type { Life } from './life.ts'
import type { Act, Stage } from './stage.ts'

const MINUTE = 60_000
const trunks = [1, 2] as TrunkId[]

const move =
  (wanted: CampaignMove, hangUp = false): Act =>
  (_, { engine }, campaign) =>
    engine.move(campaign, wanted, { hangUp })

/** What people do to a running workspace, and what befalls it. The oftener named, the oftener done. */
const acts: readonly (readonly [name: string, times: number, act: Act])[] = [
  ['nothing', 4, async () => {}],
  ['launch', 2, move({ do: 'launch', startsAt: null })],
  ['restart', 1, move({ do: 'restart' })],
  ['launch dialog', 4, launch],
  ['unschedule', 1, move({ do: 'unschedule' })],
  ['pause', 2, move({ do: 'pause', reason: 'manual', detail: '' })],
  ['resume', 6, move({ do: 'resume' })],
  ['cancel and hang up', 1, move({ do: 'cancel' }, true)],
  ['finish', 1, move({ do: 'finish' })],
  ['stop everything', 1, (_, { engine }) => engine.stopAll({ hangUp: true })],
  [
    'hang up one call',
    2,
    async ({ luck }, { engine }) => {
      const calls = engine.activeCalls()
      if (calls.length > 0) engine.hangUp(luck.oneOf(calls).call)
    },
  ],
  [
    'a trunk goes down',
    1,
    async ({ luck, clock }, { dialer }) =>
      dialer.setHealth(luck.oneOf(trunks), { is: 'down', since: clock.now(), reason: 'gone', retryAt: null }),
  ],
  ['the trunks come back', 3, async ({ clock, world }, { dialer }) => trunksBack(clock, world, dialer)],
  ['a trunk refuses every call', 1, async ({ luck, world }) => world.refusing.add(luck.oneOf(trunks))],
  [
    'the clock is set',
    2,
    async ({ luck, clock }) => clock.jump(luck.oneOf([-1, 1]) * luck.oneOf([1, 30, 120, 1500]) * MINUTE),
  ],
  ['other settings', 3, changeSettings],
  ['other hours', 2, changeSchedule],
  ['a number is switched', 3, switchNumber],
  ['somebody is put on the do-not-call list', 2, suppress],
  ['a country is blocked, or free again', 1, blockOrFree],
  ['more contacts', 2, addMore],
]

function trunksBack(clock: Stage['clock'], world: Stage['world'], dialer: Life['dialer']): void {
  world.refusing.clear()
  for (const trunk of trunks) dialer.setHealth(trunk, { is: 'up', since: clock.now(), registered: true })
}

const choices = acts.flatMap(([name, times, act]) => Array.from({ length: times }, () => ({ name, act })))

/** Does one thing by chance. @returns its name */
export async function actByChance(stage: Stage, life: Life): Promise<string> {
  const { luck, campaigns } = stage
  const { name, act } = luck.oneOf(choices)
  const campaign = luck.oneOf(campaigns)
  await life.ask(act(stage, life, campaign))
  return `${name} (campaign ${campaign})`
}

/** With any choices but clearing the history, which is proven elsewhere. */
async function launch({ luck }: Stage, { engine }: Life, campaign: CampaignId) {
  const { chance, oneOf, between } = luck
  const refused = chance(0.8)
  await engine.launch(campaign, {
    exclude: {
      refused,
      refusedOffBecause: refused ? '' : 'They asked for it',
      transferredSeconds: oneOf([null, null, 0, 60]),
      successful: chance(0.7),
      openedLink: chance(0.2),
      texted: chance(0.2),
    },
    rerunAll: chance(0.4),
    resetHistory: false,
    keepLive: chance(0.1),
    testContacts: chance(0.2) ? between(1, 5) : null,
  })
}

/** Nothing is in the way of any campaign any more. */
export async function mendEverything({ world, campaigns, clock }: Stage, { store, engine, dialer }: Life) {
  trunksBack(clock, world, dialer)
  await store.write(async tx => {
    await tx.updateTable('numbers').set({ enabled: 1 }).execute()
    await tx.updateTable('campaign_numbers').set({ enabled: 1 }).execute()
  })
  for (const campaign of campaigns) await engine.move(campaign, { do: 'resume' })
}
