import type { CampaignSettings } from '../../src-main/domain/campaign.ts'
import type { CampaignMove } from '../../src-main/domain/campaign-state.ts'
import type { CampaignId, TrunkId } from '../../src-main/domain/ids.ts'
import type { Schedule } from '../../src-main/domain/schedule.ts'
import { toJson } from '../../src-main/store/json.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import type { Life } from './life.ts'
import type { Luck } from './luck.ts'
import { addPeople } from './make-workspace.ts'
import { anySchedule, anySettings, type Person, type Plan } from './plan.ts'
import type { World } from './world.ts'

export interface Stage {
  readonly plan: Plan
  readonly luck: Luck
  readonly clock: VirtualClock
  readonly world: World
  readonly campaigns: readonly CampaignId[]
  /** How many contacts each campaign must have. */
  readonly contacts: Map<number, number>
}

type Act = (stage: Stage, life: Life, campaign: CampaignId) => Promise<unknown>

const MINUTE = 60_000
const trunk = 1 as TrunkId

const move =
  (wanted: CampaignMove, hangUp = false): Act =>
  (_, { engine }, campaign) =>
    engine.move(campaign, wanted, { hangUp })

/** What people do to a running workspace, and what befalls it. The oftener named, the oftener done. */
const acts: readonly (readonly [name: string, times: number, act: Act])[] = [
  ['nothing', 4, async () => {}],
  ['launch', 4, move({ do: 'launch', startsAt: null })],
  ['restart', 2, move({ do: 'restart' })],
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
    'the trunk goes down',
    1,
    async ({ clock }, { dialer }) =>
      dialer.setHealth(trunk, { is: 'down', since: clock.now(), reason: 'gone', retryAt: null }),
  ],
  [
    'the trunk comes back',
    3,
    async ({ clock, world }, { dialer }) => {
      world.refuses = false
      dialer.setHealth(trunk, { is: 'up', since: clock.now(), registered: true })
    },
  ],
  [
    'the carrier refuses every call',
    1,
    async ({ world }) => {
      world.refuses = true
    },
  ],
  [
    'the clock is set',
    2,
    async ({ luck, clock }) => clock.jump(luck.oneOf([-1, 1]) * luck.oneOf([1, 30, 120, 1500]) * MINUTE),
  ],
  ['other settings', 3, changeSettings],
  ['other hours', 2, changeSchedule],
  ['a number is switched', 3, switchNumber],
  ['somebody is put on the do-not-call list', 2, suppress],
  ['more contacts', 2, addMore],
]

const choices = acts.flatMap(([name, times, act]) => Array.from({ length: times }, () => ({ name, act })))

/** Does one thing by chance. @returns its name */
export async function actByChance(stage: Stage, life: Life): Promise<string> {
  const { luck, campaigns } = stage
  const { name, act } = luck.oneOf(choices)
  const campaign = luck.oneOf(campaigns)
  await life.ask(act(stage, life, campaign))
  return `${name} (campaign ${campaign})`
}

/** Nothing is in the way of any campaign any more. */
export async function mendEverything({ world, campaigns, clock }: Stage, { store, engine, dialer }: Life) {
  world.refuses = false
  dialer.setHealth(trunk, { is: 'up', since: clock.now(), registered: true })
  await store.write(async tx => {
    await tx.updateTable('numbers').set({ enabled: 1 }).execute()
    await tx.updateTable('campaign_numbers').set({ enabled: 1 }).execute()
  })
  for (const campaign of campaigns) await engine.move(campaign, { do: 'resume' })
}

/** While it runs only its pacing; while it rests everything. Contacts never lose attempts they were promised. */
async function changeSettings({ luck, clock }: Stage, { store, engine }: Life, campaign: CampaignId) {
  const next = anySettings(luck)
  await store.write(async tx => {
    const row = await tx
      .selectFrom('campaigns')
      .select(['settings', 'state'])
      .where('id', '=', campaign)
      .executeTakeFirstOrThrow()
    const old = JSON.parse(row.settings) as CampaignSettings
    const { maxConcurrentCalls, intervalMs, callsPerHour } = next
    const rests = row.state === 'draft' || row.state === 'paused'
    const settings: CampaignSettings = {
      ...(rests ? next : { ...old, maxConcurrentCalls, intervalMs, callsPerHour }),
      maxRetries: Math.max(old.maxRetries, rests ? next.maxRetries : 0),
    }
    await tx
      .updateTable('campaigns')
      .set({ settings: toJson(settings), changed_at: clock.now() })
      .where('id', '=', campaign)
      .execute()
  })
  engine.changed(campaign)
}

async function changeSchedule({ luck, clock, plan }: Stage, { store, engine }: Life, campaign: CampaignId) {
  const regions = plan.people.map(({ region }) => region)
  const schedule: Schedule = { ...anySchedule(luck, regions, clock.now()), startsAt: null }
  await store.write(tx =>
    tx
      .updateTable('campaigns')
      .set({ schedule: toJson(schedule), changed_at: clock.now() })
      .where('id', '=', campaign)
      .where('state', 'in', ['draft', 'paused'])
      .execute(),
  )
  engine.changed(campaign)
}

async function switchNumber({ luck }: Stage, { store, engine }: Life, campaign: CampaignId) {
  const enabled = luck.chance(0.7) ? 1 : 0
  const ofWorkspace = luck.chance(0.5)
  await store.write(async tx => {
    const rows = await tx
      .selectFrom('campaign_numbers')
      .select('number_id')
      .where('campaign_id', '=', campaign)
      .execute()
    const number = luck.oneOf(rows).number_id
    if (ofWorkspace) await tx.updateTable('numbers').set({ enabled }).where('id', '=', number).execute()
    else
      await tx
        .updateTable('campaign_numbers')
        .set({ enabled })
        .where('campaign_id', '=', campaign)
        .where('number_id', '=', number)
        .execute()
  })
  engine.changed(campaign)
}

async function suppress({ luck, clock, plan }: Stage, { store, engine }: Life, campaign: CampaignId) {
  const phone = luck.oneOf(luck.oneOf(plan.people).phones)
  await store.write(tx =>
    tx
      .insertInto('suppressions')
      .values({
        number: phone,
        scope: 'all',
        campaign_id: null,
        reason: 'asked',
        source: 'supervisor',
        at: clock.now(),
      })
      .onConflict(conflict => conflict.doNothing())
      .execute(),
  )
  engine.changed(campaign)
}

/** People of the other campaign who were not in this one yet. */
async function addMore(
  { luck, clock, plan, contacts }: Stage,
  { store, engine }: Life,
  campaign: CampaignId,
) {
  const known = await store.db
    .selectFrom('leads')
    .innerJoin('contacts', 'contacts.id', 'leads.contact_id')
    .select('contacts.phone')
    .where('leads.campaign_id', '=', campaign)
    .execute()
  const phones = new Set(known.map(({ phone }) => phone))
  const others: readonly Person[] = plan.people.filter(person => !phones.has(person.phones[0]))
  const more = luck.some(others, luck.between(1, 4))
  await addPeople(store, campaign, more, clock.now())
  contacts.set(campaign, (contacts.get(campaign) ?? 0) + more.length)
  engine.changed(campaign)
}
