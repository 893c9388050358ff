import { describe, expect, test } from 'vitest'
import type { CallsWithin, HealthFacts } from '../../../src-main/domain/health/facts.ts'
import { healthOf } from '../../../src-main/domain/health/health-of.ts'
import type { E164, NumberId, TrunkId } from '../../../src-main/domain/ids.ts'

const HOUR = 3_600_000
const now = Date.UTC(2026, 10, 19, 9, 42)
const calls = (change: Partial<CallsWithin> = {}): CallsWithin => ({
  since: now - HOUR,
  ended: 0,
  people: 0,
  failed: 0,
  costMicros: 0,
  hours: 0,
  ...change,
})
const trunk = { id: 1 as TrunkId, name: 'Main SBC', down: null }
const aNumber = (score: number, id = 1) => ({
  id: id as NumberId,
  e164: `+49302312541${id}` as E164,
  score,
  most: null,
})

/** A campaign in which nothing is wrong. */
const facts = (change: Partial<HealthFacts> = {}): HealthFacts => ({
  now,
  state: 'running',
  holds: [],
  activeCalls: 10,
  callsLastHour: 200,
  remaining: 400,
  contacted: 600,
  ended: 900,
  lately: calls({ ended: 300, people: 110, failed: 6, hours: 2 }),
  day: calls({ since: now - 24 * HOUR, ended: 1_600, people: 600, hours: 8 }),
  before: calls({ since: now - 8 * 24 * HOUR, ended: 9_000, people: 3_400, hours: 56 }),
  pacing: { callsPerHour: null, intervalMs: 0 },
  money: null,
  abandonment: null,
  trunks: [trunk],
  numbers: { room: 5_000, until: now + 8 * HOUR, spamThreshold: 7, inUse: [aNumber(3)] },
  ...change,
})
const found = (change: Partial<HealthFacts>) => healthOf(facts(change)).map(({ is }) => is)
const numbers = (change: Partial<HealthFacts['numbers']>) => ({
  numbers: { ...facts().numbers, ...change },
})
const paid = { currency: 'EUR', costMicros: 455e6, budgetMicros: 500e6, balanceMicros: null }

describe('monitoring.md §2: health advisor', () => {
  test('it is quiet when nothing is wrong', () => expect(found({})).toEqual([]))

  test('a campaign that rests says itself why', () =>
    expect(found({ state: 'paused', trunks: [{ ...trunk, down: { since: now, why: 'gone' } }] })).toEqual([]))

  test('cannot start: a hold that no clock ends', () => {
    const held = {
      activeCalls: 0,
      holds: [{ reason: 'no-number', text: 'No usable caller number', until: null }],
    } as const
    expect(healthOf(facts(held))).toMatchObject([
      { is: 'cannot_start', level: 'problem', reason: 'no-number', why: 'No usable caller number' },
    ])
    expect(found({ ...held, activeCalls: 1 })).toEqual([])
    expect(found({ ...held, remaining: 0 })).toEqual([])
  })

  test('cannot start: hours that never open, but not hours that open later', () => {
    const closed = (until: number | null) =>
      ({ activeCalls: 0, holds: [{ reason: 'outside-hours', text: 'Outside call hours', until }] }) as const
    expect(found(closed(null))).toEqual(['cannot_start'])
    expect(found(closed(now + HOUR))).toEqual([])
  })

  test('trunk trouble is a problem unless another trunk of the group carries the calls', () => {
    const down = { ...trunk, down: { since: now - HOUR, why: 'Nobody answers at 10.0.0.1.' } }
    expect(healthOf(facts({ trunks: [down] }))).toMatchObject([
      { is: 'trunk_down', level: 'problem', others: 0 },
    ])
    expect(healthOf(facts({ trunks: [down, { ...trunk, id: 2 as TrunkId }] }))).toMatchObject([
      { is: 'trunk_down', level: 'warning', others: 1, name: 'Main SBC', why: 'Nobody answers at 10.0.0.1.' },
    ])
  })

  test('high failure rate: from one call in ten, over at least 20 calls', () => {
    expect(found({ lately: calls({ ended: 200, people: 80, failed: 19 }) })).toEqual([])
    expect(healthOf(facts({ lately: calls({ ended: 200, people: 80, failed: 20 }) }))).toMatchObject([
      { is: 'failures', level: 'warning', failed: 20, ended: 200 },
    ])
    expect(found({ lately: calls({ ended: 19, failed: 19 }) })).toEqual([])
    expect(healthOf(facts({ lately: calls({ ended: 30, failed: 10 }) }))).toMatchObject([
      { level: 'problem' },
    ])
  })

  test('low answer rate: under 15 %, or clearly under its own week, over at least 100 calls', () => {
    const day = (ended: number, people: number) => calls({ ended, people, hours: 8 })
    expect(found({ day: day(800, 119), before: calls() })).toEqual(['low_answers'])
    expect(found({ day: day(800, 120), before: calls() })).toEqual([])
    expect(found({ day: day(99, 0) })).toEqual([])
    expect(healthOf(facts({ day: day(1_000, 250) }))).toMatchObject([
      { is: 'low_answers', people: 250, ended: 1_000, usual: 3_400 / 9_000 },
    ])
    expect(found({ day: day(1_000, 250), before: calls({ ended: 99, people: 90 }) })).toEqual([])
  })

  test('slow progress: more than 80 hours of calling left, with the setting that keeps it so', () => {
    const left = { remaining: 11_000, day: calls({ ended: 1_600, people: 600, hours: 8 }) }
    expect(healthOf(facts(left))).toMatchObject([
      { is: 'slow', level: 'info', callsPerHour: 200, callsLeft: 16_500, hoursLeft: 82.5, by: null },
    ])
    expect(found({ ...left, remaining: 10_000 })).toEqual([])
    expect(found({ ...left, day: calls({ ended: 200, people: 80, hours: 1 }) })).toEqual([])
    const by = (change: Partial<HealthFacts>) => healthOf(facts({ ...left, ...change }))[0]
    expect(by({ pacing: { callsPerHour: 210, intervalMs: 0 } })).toMatchObject({ by: 'hourly_cap' })
    expect(by({ pacing: { callsPerHour: 500, intervalMs: 17_000 } })).toMatchObject({ by: 'interval' })
    expect(by({ holds: [{ reason: 'campaign-full', text: '', until: null }] })).toMatchObject({ by: 'lines' })
  })

  test('numbers near their cap: less room than the last hour’s pace wants until closing', () => {
    expect(healthOf(facts(numbers({ room: 300, until: now + 2 * HOUR })))).toMatchObject([
      { is: 'numbers_full', level: 'info', room: 300, wanted: 400, fullAt: now + 1.5 * HOUR },
    ])
    expect(found(numbers({ room: 400, until: now + 2 * HOUR }))).toEqual([])
    expect(found({ ...numbers({ room: 300 }), remaining: 200 })).toEqual([])
    expect(healthOf(facts(numbers({ room: 0 })))).toMatchObject([{ level: 'warning' }])
  })

  test('numbers near their spam limit: from 5 on, or one below a lower limit; the worst three', () => {
    const inUse = [aNumber(4, 1), aNumber(5, 2), aNumber(6, 3), aNumber(5, 4), aNumber(5, 5)]
    expect(healthOf(facts(numbers({ inUse }))).map(one => 'number' in one && one.number)).toEqual([3, 2, 4])
    expect(found(numbers({ inUse: [aNumber(3)], spamThreshold: 4 }))).toEqual(['number_score'])
    expect(found(numbers({ inUse: [aNumber(0)], spamThreshold: 1 }))).toEqual([])
  })

  test('budget near its end, with the time at which it is reached', () => {
    const lately = calls({ since: now - HOUR, ended: 300, people: 110, costMicros: 15e6 })
    expect(healthOf(facts({ money: paid, lately }))).toMatchObject([
      { is: 'budget', spentMicros: 455e6, budgetMicros: 500e6, reachedAt: now + 3 * HOUR },
    ])
    expect(found({ money: { ...paid, costMicros: 399e6 }, lately })).toEqual([])
    expect(found({ money: { ...paid, budgetMicros: null }, lately })).toEqual([])
  })

  test('credit that lasts for less than a working day', () => {
    const lately = calls({ since: now - HOUR, ended: 300, people: 110, costMicros: 10e6 })
    const money = (balanceMicros: number) => ({ ...paid, budgetMicros: null, balanceMicros })
    expect(healthOf(facts({ money: money(80e6), lately }))).toMatchObject([
      { is: 'balance', usedUpAt: now + 8 * HOUR },
    ])
    expect(found({ money: money(81e6), lately })).toEqual([])
  })

  test('abandoned calls from half the cap of the law', () => {
    const abandonment = (share: number) => ({ share, cap: 0.03, days: 30 })
    expect(found({ abandonment: abandonment(0.015) })).toEqual(['abandoned'])
    expect(found({ abandonment: abandonment(0.0149) })).toEqual([])
  })

  test('the gravest comes first', () => {
    const down = { ...trunk, down: { since: now, why: 'gone' } }
    expect(found({ ...numbers({ inUse: [aNumber(6)] }), remaining: 11_000, trunks: [down] })).toEqual([
      'trunk_down',
      'number_score',
      'slow',
    ])
  })
})
