import { afterEach, expect, test } from 'vitest'
import type { CallId } from '../../src-main/domain/ids.ts'
import { picksUp, trunkRefuses } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { mondayAtTen, phone } from '../make/workspace.ts'

const MINUTE = 60_000
let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const leads = () =>
  bench.store.db.selectFrom('leads').select(['attempts', 'unrung', 'status']).orderBy('id').execute()

test('a trunk that refuses everything is held after five contacts instead of burning through the list', async () => {
  const { launch, dialer, engine, campaign } = await given({ contacts: 50, answer: () => trunkRefuses })
  await launch(mondayAtTen + 9_000)
  expect(dialer.invites).toHaveLength(5)
  expect(engine.holds(campaign)[0]?.is).toBe('trunk-held')
  const tried = (await leads()).slice(0, 5)
  expect(tried).toEqual(Array.from({ length: 5 }, () => ({ attempts: 0, unrung: 1, status: 'retry' })))
})

test('a held trunk is probed by one call at a time, and dialling goes on within 30 s after it is back', async () => {
  const back = mondayAtTen + 2 * MINUTE
  const { launch, dialer, state, statuses } = await given({
    contacts: 50,
    settings: { maxConcurrentCalls: 10 },
    answer: () => (bench.clock.now() < back ? trunkRefuses : picksUp),
  })
  await launch(back)
  const failed = dialer.invites.length
  expect(failed).toBeLessThan(20)
  await bench.clock.run()
  const first = dialer.invites[failed]
  expect(Number(first?.at) - back).toBeLessThanOrEqual(30_000)
  expect(await state()).toBe('completed')
  expect(await statuses()).toEqual({ completed: 50 })
})

test('one number that the trunk always refuses neither holds the trunk nor pauses the campaign, and ends', async () => {
  const { launch, dialer, state, statuses } = await given({
    contacts: 30,
    answer: ({ to }) => (to === phone(3) ? trunkRefuses : picksUp),
  })
  await launch()
  expect(await statuses()).toEqual({ completed: 29, failed: 1 })
  expect(await state()).toBe('completed')
  const waits = dialer.invites.filter(({ number }) => number === phone(3)).map(({ at }) => at)
  expect(waits).toHaveLength(10)
  expect(Number(waits.at(-1)) - Number(waits.at(-2))).toBeGreaterThanOrEqual(30 * MINUTE)
})

test('a trunk that stays down for five minutes pauses its campaign, with the reason and a notice', async () => {
  const { launch, dialer, trunk, state, notices, clock, campaign, store } = await given({ contacts: 3 })
  await launch(mondayAtTen + 10_000)
  dialer.setHealth(trunk, { is: 'down', since: clock.now(), reason: 'no answer to OPTIONS', retryAt: null })
  await clock.run(mondayAtTen + 4 * MINUTE)
  expect(await state()).toBe('running')
  expect(dialer.invites).toHaveLength(1)
  await clock.run()
  expect(await state()).toBe('paused')
  const row = await store.db
    .selectFrom('campaigns')
    .select(['pause_reason', 'pause_detail'])
    .where('id', '=', campaign)
    .executeTakeFirstOrThrow()
  expect(row.pause_reason).toBe('provider_error')
  expect(row.pause_detail).toBe('Carrier could not be used for 5 minutes: no answer to OPTIONS')
  expect(notices.at(-1)).toMatchObject({
    title: 'Reminders paused itself: Carrier could not be used for 5 minutes: no answer to OPTIONS',
    text: 'Look at the trunk, then resume the campaign.',
  })
})

test('when its health says the trunk is back, dialling goes on at once', async () => {
  const { launch, dialer, trunk, clock } = await given({ contacts: 2 })
  dialer.setHealth(trunk, { is: 'up', since: mondayAtTen, registered: true })
  await launch(mondayAtTen + 5_000)
  dialer.setHealth(trunk, { is: 'down', since: clock.now(), reason: 'registration lost', retryAt: null })
  await clock.run(mondayAtTen + 2 * MINUTE)
  expect(dialer.invites).toHaveLength(1)
  dialer.setHealth(trunk, { is: 'up', since: clock.now(), registered: true })
  await clock.settle()
  expect(dialer.invites.map(({ at }) => at - mondayAtTen)).toEqual([0, 2 * MINUTE])
})

test('most of the last twenty contacts failing at the trunk pauses the campaign', async () => {
  // Every third call gets through, so the breaker never trips; the share does.
  let calls = 0
  const { launch, state, store } = await given({
    contacts: 60,
    answer: () => (++calls % 3 === 0 ? picksUp : trunkRefuses),
  })
  await launch()
  expect(await state()).toBe('paused')
  const { pause_detail } = await store.db
    .selectFrom('campaigns')
    .select('pause_detail')
    .executeTakeFirstOrThrow()
  expect(pause_detail).toMatch(/^1[2-4] of the last 20 calls failed at the trunk$/)
})

test('a trunk that cannot be dialled leaves the contact as it was, without a call', async () => {
  const { launch, store } = await given({
    contacts: 1,
    prepare: () => ({ refused: 'trunk_down', message: 'The line is not open yet' }),
  })
  await launch(mondayAtTen + 1_000)
  expect(await store.db.selectFrom('calls').select('id').execute()).toEqual([])
  expect(await leads()).toEqual([{ attempts: 0, unrung: 0, status: 'pending' }])
})

test('a number that cannot be written for the trunk ends as failed at once', async () => {
  const { launch, statuses, store } = await given({
    contacts: 1,
    prepare: () => ({ refused: 'bad_number', message: 'too long' }),
  })
  await launch()
  expect(await statuses()).toEqual({ failed: 1 })
  expect(await store.db.selectFrom('calls').select(['result', 'sip_reason']).execute()).toEqual([
    { result: 'invalid', sip_reason: 'too long' },
  ])
})

test('a trunk never carries more calls than it allows', async () => {
  const { launch, dialer } = await given({
    contacts: 12,
    settings: { maxConcurrentCalls: 10 },
    trunk: { maxCalls: 3 },
  })
  await launch()
  expect(dialer.mostAtOnce()).toBe(3)
})

test('a trunk whose probe gets an error of the network is tried again instead of being held for ever', async () => {
  const back = mondayAtTen + 12_000
  const congested = { result: 'failed', failure: 'congestion', sipCode: 500, ringsAfterMs: null } as const
  const { launch, dialer } = await given({
    contacts: 30,
    answer: () => {
      if (bench.clock.now() < mondayAtTen + 6_000) return trunkRefuses
      return bench.clock.now() < back ? congested : picksUp
    },
  })
  await launch(mondayAtTen + 60_000)
  const first = dialer.invites.find(({ at }) => at >= back)
  expect(Number(first?.at) - back).toBeLessThanOrEqual(30_000)
})

test('a probe that a supervisor hangs up before the trunk says anything proves nothing', async () => {
  const silent = { result: 'no_answer', mayHaveRung: false, ringsAfterMs: 3_600_000 } as const
  const { launch, dialer, engine, campaign, clock } = await given({
    contacts: 30,
    answer: () => (bench.clock.now() < mondayAtTen + 6_000 ? trunkRefuses : silent),
  })
  await launch(() => engine.activeCalls().some(({ since }) => since > mondayAtTen + 6_000))
  const [probe] = engine.activeCalls()
  expect(engine.hangUp(Number(probe?.call) as CallId)).toBe(true)
  await clock.settle()
  expect(engine.activeCalls()).toEqual([])
  expect(engine.holds(campaign)[0]?.is).toBe('trunk-held')
  expect(dialer.invites).toHaveLength(6)
})
