import { afterEach, expect, test } from 'vitest'
import { letsItRing, picksUp } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { mondayAtTen, phone } from '../make/workspace.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const invites = () => bench.dialer.invites.map(({ number, at }) => [number, at - mondayAtTen])
const furtherPhones = (contact: number, numbers: readonly string[]) =>
  bench.store.write(tx =>
    tx
      .insertInto('further_phones')
      .values(
        numbers.map((number, index) => ({
          contact_id: contact as never,
          position: index + 1,
          phone: number,
          place_id: 1 as never,
        })),
      )
      .execute(),
  )

test('campaigns.md 4: after an answered call a contact stays called until its completion timeout is over', async () => {
  const { launch, state, statuses, engine, campaign, clock } = await given({
    contacts: 1,
    settings: { completionMinutes: 60 },
  })
  await launch(mondayAtTen + 30 * MINUTE)
  expect(await statuses()).toEqual({ called: 1 })
  expect(await state()).toBe('running')
  expect(engine.holds(campaign)[0]?.is).toBe('completion')
  expect((await engine.waits(campaign)).map(({ text }) => text)).toEqual(['1 contact may still call back'])
  await clock.run()
  expect(await statuses()).toEqual({ completed: 1 })
  expect(await state()).toBe('completed')
})

test('and after its last attempt, whatever the result', async () => {
  const { launch, statuses, clock } = await given({
    contacts: 1,
    settings: { completionMinutes: 60, maxRetries: 0 },
    answer: () => letsItRing,
  })
  await launch(mondayAtTen + 30 * MINUTE)
  expect(await statuses()).toEqual({ called: 1 })
  await clock.run()
  expect(await statuses()).toEqual({ no_answer: 1 })
})

test('campaigns.md 10 line 6: timers go on while it is paused; nothing is dialled', async () => {
  const { launch, statuses, engine, campaign, clock, state, dialer } = await given({
    contacts: 2,
    settings: { completionMinutes: 60 },
  })
  await launch(mondayAtTen + 20_000)
  await engine.move(campaign, { do: 'pause', reason: 'manual', detail: '' })
  await clock.run()
  expect(await state()).toBe('paused')
  expect(await statuses()).toEqual({ completed: 1, pending: 1 })
  expect(dialer.invites).toHaveLength(1)
})

test('campaigns.md 10 line 6: a campaign whose last contacts are called or retry stays running until all are final', async () => {
  const { launch, state, clock } = await given({
    contacts: 2,
    settings: { completionMinutes: 24 * 60, maxRetries: 1 },
    answer: ({ to }, attempt) => (to === phone(1) && attempt === 1 ? letsItRing : picksUp),
  })
  await launch(mondayAtTen + 5 * HOUR)
  expect(await state()).toBe('running')
  await clock.run()
  expect(await state()).toBe('completed')
})

test('campaigns.md 10 line 1: a voicemail on which the message was left ends the retries', async () => {
  const { launch, dialer, statuses } = await given({
    contacts: 1,
    answer: () => ({ result: 'voicemail', talkMs: 10_000, messageLeft: true }),
  })
  await launch()
  expect(dialer.invites).toHaveLength(1)
  expect(await statuses()).toEqual({ no_conversation: 1 })
})

test('campaigns.md 10 line 2: what cannot have rung is no attempt; the contact waits 60 s, doubling', async () => {
  const { launch, store } = await given({
    contacts: 1,
    answer: (_, attempt) =>
      attempt <= 3
        ? { result: 'failed', failure: 'trunk', sipCode: 503, mayHaveRung: false, ringsAfterMs: null }
        : picksUp,
  })
  await launch()
  const starts = invites().map(([, at]) => Number(at))
  const pauses = starts.slice(1).map((at, index) => at - Number(starts[index]))
  expect(pauses).toEqual([61_000, 121_000, 241_000])
  expect(await store.db.selectFrom('leads').select(['attempts', 'unrung']).execute()).toEqual([
    { attempts: 1, unrung: 0 },
  ])
})

test('campaigns.md 10 line 3: silence of a peer is no attempt, and the contact is not tried again within 32 s', async () => {
  const silent = {
    result: 'failed',
    failure: 'trunk',
    sipCode: 0,
    mayHaveRung: false,
    ringsAfterMs: null,
  } as const
  const { launch, engine, store } = await given({
    contacts: 1,
    answer: (_, attempt) => (attempt === 1 ? silent : picksUp),
  })
  await launch(mondayAtTen + 2_000)
  expect(engine.holds(bench.campaign)[0]).toMatchObject({ is: 'peer-silent', until: mondayAtTen + 61_000 })
  await bench.clock.run()
  expect(invites().map(([, at]) => at)).toEqual([0, 61_000])
  expect(await store.db.selectFrom('leads').select('attempts').execute()).toEqual([{ attempts: 1 }])
})

test('campaigns.md 10 line 14: an agreed call back is made at that time, beyond the retries', async () => {
  const agreed = mondayAtTen + 5 * HOUR
  const { launch, statuses, engine, campaign } = await given({
    contacts: 1,
    settings: { maxRetries: 0, attemptsPerDay: 1 },
    answer: (_, attempt) => (attempt === 1 ? { ...picksUp, callBackAt: agreed } : picksUp),
  })
  await launch(mondayAtTen + MINUTE)
  expect(engine.holds(campaign)[0]).toMatchObject({ is: 'agreed-time', until: agreed })
  await bench.clock.run()
  expect(invites()).toEqual([
    [phone(0), 0],
    [phone(0), 5 * HOUR],
  ])
  expect(await statuses()).toEqual({ completed: 1 })
})

test('an agreed time at night is moved to the next opening', async () => {
  const { launch } = await given({
    contacts: 1,
    answer: (_, attempt) =>
      attempt === 1 ? { ...picksUp, callBackAt: Date.UTC(2026, 10, 23, 22) } : picksUp,
  })
  await launch()
  expect(bench.dialer.invites.map(({ at }) => at)).toEqual([mondayAtTen, Date.UTC(2026, 10, 24, 8)])
})

test('campaigns.md 10 line 15: further numbers of a contact: the next one on invalid at once, otherwise in turn', async () => {
  const { launch, statuses } = await given({
    contacts: 1,
    settings: { maxRetries: 3, retryMinutes: 60, varyTimeOfDay: false, attemptsPerDay: 10 },
    answer: ({ to }) =>
      to === phone(0) ? { result: 'invalid', sipCode: 404, ringsAfterMs: null } : letsItRing,
  })
  await furtherPhones(1, [phone(100), phone(101)])
  await launch()
  expect(invites()).toEqual([
    [phone(0), 0],
    [phone(100), 1_000],
    [phone(101), 1_000 + 31_000 + HOUR],
    [phone(100), 1_000 + 2 * (31_000 + HOUR)],
  ])
  expect(await statuses()).toEqual({ no_answer: 1 })
})

test('with no other number an invalid one is final', async () => {
  const { launch, statuses, dialer } = await given({
    contacts: 1,
    answer: () => ({ result: 'invalid', sipCode: 404, ringsAfterMs: null }),
  })
  await launch()
  expect(dialer.invites).toHaveLength(1)
  expect(await statuses()).toEqual({ failed: 1 })
})

test('compliance.md 3: 607 puts the contact on the do-not-call list', async () => {
  const { launch, store, statuses } = await given({
    contacts: 1,
    answer: () => ({ result: 'rejected', sipCode: 607, ringsAfterMs: null }),
  })
  await launch()
  expect(await store.db.selectFrom('suppressions').select(['number', 'scope', 'source']).execute()).toEqual([
    { number: phone(0), scope: 'all', source: 'network' },
  ])
  expect(await statuses()).toEqual({ no_answer: 1 })
})

test('telephony.md 6: a call costs by the rates of its trunk; campaign, hour and balance keep the sum', async () => {
  const { launch, store, trunk } = await given({
    contacts: 2,
    answer: () => ({ ...picksUp, talkMs: 61_000 }),
  })
  const rate = {
    prefix: '49',
    connectMicros: 10_000,
    microsPerMinute: 60_000,
    firstSeconds: 60,
    stepSeconds: 60,
  }
  await store.write(tx =>
    tx
      .updateTable('trunks')
      .set({ rates: JSON.stringify({ currency: 'EUR', rates: [rate] }) as never, balance_micros: 1_000_000 })
      .where('id', '=', trunk)
      .execute(),
  )
  await launch()
  const db = store.db
  expect(await db.selectFrom('calls').select(['cost_micros', 'currency']).execute()).toEqual([
    { cost_micros: 130_000, currency: 'EUR' },
    { cost_micros: 130_000, currency: 'EUR' },
  ])
  expect(await db.selectFrom('campaigns').select('cost_micros').execute()).toEqual([{ cost_micros: 260_000 }])
  expect(await db.selectFrom('campaign_hours').select('cost_micros').execute()).toEqual([
    { cost_micros: 260_000 },
  ])
  expect(await db.selectFrom('trunks').select('balance_micros').execute()).toEqual([
    { balance_micros: 740_000 },
  ])
})

test('campaigns.md 4: calls per hour slide over any 60 minutes, over a restart too', async () => {
  const { launch } = await given({
    contacts: 7,
    settings: { callsPerHour: 3, maxConcurrentCalls: 5 },
  })
  await launch()
  const starts = invites().map(([, at]) => Number(at))
  expect(starts.slice(0, 3)).toEqual([0, 100, 200])
  expect(starts.slice(3).map((at, index) => at - Number(starts[index]))).toEqual([HOUR, HOUR, HOUR, HOUR])
})

test('campaigns.md 4: the caps of the workspace hold over all campaigns, as an administrator set them', async () => {
  const { launch, store, dialer } = await given({ contacts: 6, settings: { maxConcurrentCalls: 6 } })
  const caps = { concurrentCalls: 2, callsPerSecond: 1, freeDiskBytes: 0 }
  await store.write(tx =>
    tx
      .insertInto('settings')
      .values({ key: 'caps', value: JSON.stringify(caps) as never, changed_at: 0 })
      .execute(),
  )
  await launch()
  expect(dialer.mostAtOnce()).toBe(2)
  expect(
    invites()
      .map(([, at]) => at)
      .slice(0, 2),
  ).toEqual([0, 1_000])
})
