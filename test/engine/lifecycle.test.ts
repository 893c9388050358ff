import { afterEach, expect, test } from 'vitest'
import type { HoursLayer } from '../../src-main/domain/hours.ts'
import { launchDefaults } from '../../src-main/domain/launch.ts'
import { noRules } from '../../src-main/engine/engine-rules.ts'
import { letsItRing, picksUp } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { aCampaign, addLate, aPerson, mondayAtTen, phone } from '../make/workspace.ts'

const HOUR = 3_600_000
let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const row = () => bench.store.db.selectFrom('campaigns').selectAll().executeTakeFirstOrThrow()

test('a launch that lacks something is refused with the whole list', async () => {
  const { engine, campaign, dialer, trunk } = await given({
    contacts: 0,
    numbers: 1,
    schedule: { windows: {} },
  })
  dialer.setHealth(trunk, { is: 'down', since: 0, reason: 'registration refused (403)', retryAt: null })
  const moved = await engine.move(campaign, { do: 'launch', startsAt: null })
  expect(moved).toEqual({
    refused: 'not_ready',
    missing: [
      { need: 'contacts', text: 'No contact that may be called', mendIn: 'contacts' },
      { need: 'trunk', text: 'The trunk cannot be used: registration refused (403)', mendIn: 'trunk' },
      {
        need: 'window',
        text: 'No call window ever opens in which the law allows to call one of its contacts',
        mendIn: 'schedule',
      },
    ],
  })
  expect((await row()).run).toBe(0)
})

test('an illegal move names the state and the moves that are allowed', async () => {
  const { engine, campaign } = await given({})
  expect(await engine.move(campaign, { do: 'resume' })).toEqual({
    refused: 'illegal_move',
    move: 'resume',
    state: 'draft',
    allowed: ['launch', 'cancel', 'duplicate', 'delete'],
  })
})

test('a campaign that does not exist is not found', async () => {
  const { engine } = await given({})
  expect(await engine.move(99 as never, { do: 'cancel' })).toEqual({ refused: 'not_found' })
})

test('a launch for later waits for its time', async () => {
  const startsAt = mondayAtTen + 2 * HOUR
  const { engine, campaign, clock, dialer, state } = await given({ contacts: 1, schedule: { startsAt } })
  await engine.move(campaign, { do: 'launch', startsAt })
  await clock.run(startsAt - 1)
  expect(await state()).toBe('scheduled')
  await clock.run()
  expect(dialer.invites.map(({ at }) => at)).toEqual([startsAt])
})

test('a start that comes while the trunk is down pauses the campaign as not ready', async () => {
  const startsAt = mondayAtTen + HOUR
  const { engine, campaign, clock, dialer, trunk } = await given({ contacts: 1, schedule: { startsAt } })
  await engine.move(campaign, { do: 'launch', startsAt })
  dialer.setHealth(trunk, { is: 'down', since: 0, reason: 'no answer', retryAt: null })
  await clock.run()
  const { state, pause_reason, pause_detail } = await row()
  expect([state, pause_reason]).toEqual(['paused', 'not_ready'])
  expect(pause_detail).toBe('The trunk cannot be used: no answer')
})

test('at its end a campaign lets the call that is up finish, then pauses', async () => {
  const endsAt = mondayAtTen + 40_000
  const { launch, dialer } = await given({ contacts: 5, schedule: { endsAt } })
  await launch()
  expect(dialer.invites).toHaveLength(2)
  const { state, pause_reason, state_since } = await row()
  expect([state, pause_reason]).toEqual(['paused', 'end_reached'])
  expect(state_since).toBe(mondayAtTen + 54_000)
})

test('kept live it waits for new contacts and calls them', async () => {
  const { launch, state, store, engine, campaign, clock, dialer } = await given({
    contacts: 1,
    settings: { keepLive: true },
  })
  await launch()
  expect(await state()).toBe('running')
  expect(engine.holds(campaign)[0]?.is).toBe('nobody-left')
  await addLate(store, campaign, [aPerson({ phone: phone(1) })])
  engine.changed(campaign)
  await clock.run()
  expect(dialer.invites.map(({ number }) => number)).toEqual([0, 1].map(phone))
})

test('a restart begins a new run for all who were not reached, with attempts from zero and history kept', async () => {
  let secondRun = false
  const { launch, engine, campaign, clock, statuses, store } = await given({
    contacts: 3,
    settings: { maxRetries: 0 },
    answer: ({ to }) => (to === phone(0) || secondRun ? picksUp : letsItRing),
  })
  await launch()
  expect(await statuses()).toEqual({ completed: 1, no_answer: 2 })
  secondRun = true
  expect(await engine.move(campaign, { do: 'restart' })).toEqual({ moved: { is: 'running' } })
  await clock.run()
  expect(await statuses()).toEqual({ completed: 3 })
  const calls = await store.db.selectFrom('calls').select(['run', 'attempt']).orderBy('id').execute()
  expect(calls.map(({ run }) => run)).toEqual([1, 1, 1, 2, 2])
  expect(calls.every(({ attempt }) => attempt === 1)).toBe(true)
})

test('campaigns.md §5: cancelled with "hang up now" the active calls are ended', async () => {
  const { launch, engine, campaign, clock, dialer, state } = await given({
    contacts: 5,
    settings: { maxConcurrentCalls: 3 },
  })
  await launch(mondayAtTen + 10_000)
  expect(dialer.upNow()).toBe(3)
  expect(await engine.move(campaign, { do: 'cancel' }, { hangUp: true })).toMatchObject({
    moved: { is: 'draining', towards: { is: 'cancelled' } },
  })
  await clock.settle()
  expect([dialer.upNow(), await state()]).toEqual([0, 'cancelled'])
})

test('a cancelled campaign comes back by a restart only', async () => {
  const { engine, campaign, clock, state } = await given({ contacts: 1 })
  await engine.move(campaign, { do: 'cancel' })
  for (const move of [{ do: 'resume' }, { do: 'launch', startsAt: null }, { do: 'finish' }] as const)
    expect(await engine.move(campaign, move)).toMatchObject({ refused: 'illegal_move', state: 'cancelled' })
  expect(await engine.move(campaign, { do: 'restart' })).toEqual({ moved: { is: 'running' } })
  await clock.run()
  expect(await state()).toBe('completed')
})

test('contacts that come in the instant when the list is used up keep it running', async () => {
  const { engine, campaign, state } = await given({ contacts: 1 })
  await engine.launch(campaign, launchDefaults)
  expect(await engine.move(campaign, { do: 'use_up' })).toMatchObject({ refused: 'illegal_move' })
  expect(await state()).toBe('running')
})

test('campaigns.md §5: no window that the law ever opens is said before the launch', async () => {
  const { engine, campaign } = await given({
    contacts: 1,
    engine: { rules: { ...noRules, law: query => ({ ...noRules.law(query), hours: [neverOpen] }) } },
  })
  expect(await engine.move(campaign, { do: 'launch', startsAt: null })).toMatchObject({
    refused: 'not_ready',
    missing: [{ need: 'window', mendIn: 'schedule' }],
  })
})

const neverOpen: HoursLayer = {
  zone: 'Europe/Berlin',
  windows: {},
  closedOn: () => null,
  by: { is: 'law', rule: 'x/hours', jurisdiction: 'Testland', text: 'Never' },
}

test('stop everything pauses each campaign and ends the calls', async () => {
  const { launch, engine, store, clock, dialer, state } = await given({ contacts: 3 })
  const other = await aCampaign(store, { name: 'Survey', firstContact: 10 })
  await engine.move(other.campaign, { do: 'launch', startsAt: null })
  await launch(mondayAtTen + 8_000)
  expect(engine.activeCalls()).toHaveLength(2)
  expect(await engine.stopAll({ hangUp: true })).toBe(2)
  await clock.settle()
  expect(dialer.upNow()).toBe(0)
  expect([await state(), await state(other.campaign)]).toEqual(['paused', 'paused'])
})

test('one call can be hung up; one that is over cannot', async () => {
  const { launch, engine, clock, store } = await given({ contacts: 1 })
  await launch(mondayAtTen + 10_000)
  const [call] = engine.activeCalls()
  expect(call).toMatchObject({ state: 'answered', to: phone(0), name: 'Person 0', country: 'DE' })
  expect(engine.hangUp(call?.call as never)).toBe(true)
  await clock.settle()
  expect(engine.hangUp(call?.call as never)).toBe(false)
  const ended = await store.db
    .selectFrom('calls')
    .select(['hung_up_by', 'pdd_ms', 'ring_ms', 'talk_ms'])
    .executeTakeFirstOrThrow()
  expect(ended).toEqual({ hung_up_by: 'supervisor', pdd_ms: 1_000, ring_ms: 6_000, talk_ms: 3_000 })
})

test('each move stands in the audit log with who made it', async () => {
  const { launch, store } = await given({ contacts: 1 })
  await launch()
  const entries = await store.db
    .selectFrom('audit')
    .select(['actor', 'action', 'detail'])
    .orderBy('id')
    .execute()
  expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    'supervisor campaign.launch',
    'engine campaign.use_up',
  ])
  expect(entries[0]?.detail).toBe('{"from":"draft","to":"running"}')
})

test('listeners hear of the call and of the campaign', async () => {
  const { launch, engine, campaign } = await given({ contacts: 1 })
  const heard: string[] = []
  const stop = engine.onChange(change => heard.push(Object.keys(change).join('+')))
  await launch()
  expect(heard.filter(kind => kind === 'call+campaign').length).toBeGreaterThanOrEqual(4)
  expect(heard).toContain('campaign')
  stop()
  heard.length = 0
  engine.changed(campaign)
  expect(heard).toEqual([])
})

test('closed with hang-up, the calls are written before it is done', async () => {
  const { launch, engine, store } = await given({ contacts: 2, settings: { maxConcurrentCalls: 2 } })
  await launch(mondayAtTen + 10_000)
  await engine.close({ hangUp: true, withinMs: 1_000 })
  const states = await store.db.selectFrom('calls').select(['state', 'result']).execute()
  expect(states).toEqual([
    { state: 'ended', result: 'answered' },
    { state: 'ended', result: 'answered' },
  ])
})

test('with its last caller number switched off it waits as long as is set, then pauses and says why', async () => {
  const { launch, store, engine, campaign, clock } = await given({ contacts: 3, numbers: 1 })
  await launch(mondayAtTen + 1_000)
  await store.write(tx => tx.updateTable('campaign_numbers').set({ enabled: 0 }).execute())
  engine.changed(campaign)
  await clock.run()
  const { state, pause_reason, pause_detail } = await row()
  expect([state, pause_reason, pause_detail]).toEqual([
    'paused',
    'numbers_exhausted',
    'None of its caller numbers is switched on, for 24 h',
  ])
})

test('closed without hang-up, calls that outlast the wait are ended and written', async () => {
  const { launch, engine, store, dialer } = await given({ contacts: 1 })
  await launch(mondayAtTen + 10_000)
  await engine.close({ hangUp: false, withinMs: 1 })
  expect(dialer.upNow()).toBe(0)
  expect(await store.db.selectFrom('calls').select(['state', 'hung_up_by']).execute()).toEqual([
    { state: 'ended', hung_up_by: 'supervisor' },
  ])
})

test('a call that was still being prepared at the close is not sent', async () => {
  let close = () => {}
  const { launch, engine, dialer, store } = await given({
    contacts: 1,
    prepare: () => {
      close()
      return null
    },
  })
  close = () => void engine.close({ hangUp: false, withinMs: 1 })
  await launch(mondayAtTen + 1)
  expect(dialer.invites).toEqual([])
  expect(await store.db.selectFrom('calls').select('id').execute()).toEqual([])
  expect(await bench.statuses()).toEqual({ pending: 1 })
})
