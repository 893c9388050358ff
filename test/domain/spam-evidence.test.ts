import { describe, expect, test } from 'vitest'
import {
  type CallCell,
  ceilingOn,
  type NumberDay,
  poolRates,
  spamEvidence,
} from '../../src-main/domain/spam-evidence.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const now = Date.UTC(2026, 10, 23, 18)
const today = Date.UTC(2026, 10, 23)

const cell = (change: Partial<CallCell> = {}): CallCell => ({
  hour: now,
  weekHour: 18,
  line: 'fixed',
  calls: 0,
  answered: 0,
  short: 0,
  machines: 0,
  optOuts: 0,
  declined: 0,
  unwanted: 0,
  blocked: 0,
  ...change,
})
const day = (cells: readonly CallCell[], change: Partial<NumberDay> = {}): NumberDay => ({
  startsAt: today,
  started: cells.reduce((sum, { calls }) => sum + calls, 0),
  people: 0,
  repeated: 0,
  cells,
  ...change,
})
const evidence = (days: readonly NumberDay[], pool: readonly NumberDay[] = days) =>
  spamEvidence(days, { pool: poolRates(pool, now), now, addedAt: now - 90 * DAY, ceilingPerDay: 75 })

describe('monitoring.md §3.1, expected answers', () => {
  test('from the pool’s own rate for that hour, weekday and line type', () => {
    const pool = [
      day([
        cell({ weekHour: 10, calls: 100_000, answered: 40_000 }),
        cell({ weekHour: 20, calls: 100_000, answered: 20_000 }),
        cell({ weekHour: 10, line: 'mobile', calls: 100_000, answered: 10_000 }),
      ]),
    ]
    const own = (change: Partial<CallCell>) =>
      evidence([day([cell({ calls: 100, ...change })])], pool).expected
    expect(own({ weekHour: 10 })).toBeCloseTo(40, 1)
    expect(own({ weekHour: 20 })).toBeCloseTo(20, 1)
    expect(own({ weekHour: 10, line: 'mobile' })).toBeCloseTo(10, 1)
  })

  test('an hour that only this number called is measured by its kind of line, not by itself', () => {
    const alone = day([cell({ weekHour: 3, calls: 10, answered: 0 })])
    const pool = [day([cell({ weekHour: 10, calls: 10_000, answered: 5_000 })]), alone]
    expect(evidence([alone], pool).expected).toBeGreaterThan(3)
  })

  test('a number alone in its pool is what it expects', () => {
    const alone = [day([cell({ calls: 500, answered: 60 })])]
    const { answered, expected } = evidence(alone)
    expect(expected).toBeCloseTo(answered)
  })
})

describe('monitoring.md §3.1, window 7 days, half-life 3 days', () => {
  test('calls of three days ago count half', () => {
    const then = day([cell({ hour: now - 3 * DAY, calls: 100, answered: 40 })])
    expect(evidence([then])).toMatchObject({ attempts: 100, answered: 20 })
  })

  test('shares lean towards what happened last', () => {
    const days = [
      day([cell({ hour: now - 3 * DAY, calls: 100, answered: 100, short: 100 })]),
      day([cell({ calls: 100, answered: 100, short: 0 })]),
    ]
    expect(evidence(days).shortShare).toBeCloseTo(1 / 3)
  })

  test('the busiest day counts, older ones less', () => {
    const yesterday = { startsAt: today - 2 * DAY, started: 100 }
    expect(evidence([day([], yesterday), day([], { started: 60 })])).toMatchObject({ ceiling: 75 })
    const busiest = evidence([day([], yesterday), day([], { started: 60 })]).busiestDay
    expect(busiest).toBeGreaterThan(60)
    expect(busiest).toBeLessThan(100)
  })
})

describe('monitoring.md §3.1, signals', () => {
  test('(607 + 608 + ½ opt-outs + .3 · 603) per attempt', () => {
    const said = cell({ calls: 100, unwanted: 1, blocked: 1, optOuts: 4, declined: 10 })
    const { objections, isExplicit, isBlocked } = evidence([day([said])])
    expect(objections).toBeCloseTo((1 + 1 + 2 + 3) / 100)
    expect([isExplicit, isBlocked]).toEqual([true, true])
  })

  test('a declined call alone is no explicit signal', () =>
    expect(evidence([day([cell({ calls: 100, declined: 50 })])])).toMatchObject({
      isExplicit: false,
      isBlocked: false,
    }))

  test('straight to a machine, above the pool', () => {
    const own = day([cell({ calls: 100, machines: 30 })])
    const others = day([cell({ calls: 300, machines: 30 })])
    expect(evidence([own], [own, others]).machinesAbovePool).toBeCloseTo(0.3 - 60 / 400)
  })

  test('people called three times a day or more', () =>
    expect(evidence([day([], { people: 50, repeated: 5 })]).repeatShare).toBeCloseTo(0.1))

  test('volume: new numbers ramp from 20 calls a day over 14 days to the ceiling', () => {
    expect(ceilingOn(0, 75)).toBe(20)
    expect(ceilingOn(7 * DAY, 75)).toBe(47.5)
    expect(ceilingOn(14 * DAY, 75)).toBe(75)
    expect(ceilingOn(0, 10)).toBe(10)
  })
})

test('no calls: nothing to say', () =>
  expect(evidence([])).toMatchObject({
    attempts: 0,
    answered: 0,
    expected: 0,
    shortShare: 0,
    objections: 0,
    repeatShare: 0,
    machinesAbovePool: 0,
  }))
