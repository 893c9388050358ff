import { afterEach, expect, test } from 'vitest'
import { isBusy, letsItRing, picksUp } from '../fakes/sim-dialer.ts'
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

test('a launched campaign calls everybody once, completes, and rests', async () => {
  const { launch, dialer, state, statuses } = await given({ contacts: 5 })
  await launch()
  expect(dialer.invites.map(invite => invite.number)).toEqual([0, 1, 2, 3, 4].map(phone))
  expect(await statuses()).toEqual({ completed: 5 })
  expect(await state()).toBe('completed')
})

test('caller numbers take turns', async () => {
  const { launch, dialer } = await given({ contacts: 4, numbers: 2 })
  await launch()
  expect(dialer.invites.map(invite => invite.callerId)).toEqual([
    '+493012345600',
    '+493012345601',
    '+493012345600',
    '+493012345601',
  ])
})

test('never more calls at once than allowed', async () => {
  const { launch, dialer } = await given({ contacts: 20, settings: { maxConcurrentCalls: 4 } })
  await launch()
  expect(dialer.mostAtOnce()).toBe(4)
  expect(dialer.invites).toHaveLength(20)
})

test('a busy number is tried again after 15 minutes, one that nobody picks up after an hour', async () => {
  const { launch, dialer, statuses } = await given({
    contacts: 2,
    settings: { varyTimeOfDay: false },
    answer: ({ to }, attempt) => (attempt > 1 ? picksUp : to === phone(0) ? isBusy : letsItRing),
  })
  await launch()
  const times = (number: string) =>
    dialer.invites.filter(invite => invite.number === number).map(({ at }) => at)
  const [busyFirst, busySecond] = times(phone(0))
  expect(Number(busySecond) - Number(busyFirst)).toBe(1_000 + 15 * MINUTE)
  const [rangFirst, rangSecond] = times(phone(1))
  expect(Number(rangSecond) - Number(rangFirst)).toBe(31_000 + 60 * MINUTE)
  expect(await statuses()).toEqual({ completed: 2 })
})

test('attempts are retries plus one, then the status is final', async () => {
  const { launch, dialer, statuses } = await given({
    contacts: 1,
    settings: { maxRetries: 2 },
    answer: () => letsItRing,
  })
  await launch()
  expect(dialer.invites).toHaveLength(3)
  expect(await statuses()).toEqual({ no_answer: 1 })
})

test('nobody is called outside the hours; dialling goes on when they open', async () => {
  const evening = mondayAtTen + 10 * 60 * MINUTE
  const { launch, dialer, engine, campaign, clock } = await given({ contacts: 1, at: evening })
  await launch(evening + 1)
  expect(dialer.invites).toEqual([])
  expect(engine.holds(campaign)[0]).toEqual({
    is: 'outside-hours',
    until: Date.UTC(2026, 10, 24, 8),
    zone: 'Europe/Berlin',
    zones: 1,
    by: 'call hours',
  })
  await clock.run()
  expect(dialer.invites.map(({ at }) => at)).toEqual([Date.UTC(2026, 10, 24, 8)])
})

test('the pause between two starts is kept', async () => {
  const { launch, dialer } = await given({
    contacts: 4,
    settings: { maxConcurrentCalls: 10, intervalMs: 5_000 },
  })
  await launch()
  expect(dialer.invites.map(({ at }) => at - mondayAtTen)).toEqual([0, 5_000, 10_000, 15_000])
})

test('paused with a call up it drains, then rests; resumed it goes on with the next contact', async () => {
  const { launch, engine, campaign, clock, dialer, state } = await given({ contacts: 3 })
  await launch(mondayAtTen + 5_000)
  await engine.move(campaign, { do: 'pause', reason: 'manual', detail: '' })
  expect(await state()).toBe('draining')
  await clock.run()
  expect(await state()).toBe('paused')
  expect(dialer.invites).toHaveLength(1)
  await engine.move(campaign, { do: 'resume' })
  await clock.run()
  expect(dialer.invites.map(({ number }) => number)).toEqual([0, 1, 2].map(phone))
  expect(await state()).toBe('completed')
})

test('cancelled with hang-up the call ends now', async () => {
  const { launch, engine, campaign, clock, dialer, state } = await given({ contacts: 3 })
  await launch(mondayAtTen + 10_000)
  expect(engine.activeCalls().map(call => call.state)).toEqual(['answered'])
  await engine.move(campaign, { do: 'cancel' }, { hangUp: true })
  await clock.settle()
  expect(dialer.upNow()).toBe(0)
  expect(await state()).toBe('cancelled')
  await clock.run()
  expect(dialer.invites).toHaveLength(1)
})
