import { describe, expect, test } from 'vitest'
import { bestHours, type HourCalls } from '../../../src-main/domain/analytics/best-hours.ts'
import { mondayAtTen } from '../../make/workspace.ts'

const HOUR = 3_600_000
const berlin = ['Europe/Berlin']
const hour = (change: Partial<HourCalls> = {}): HourCalls => ({
  hour: mondayAtTen,
  zones: berlin,
  calls: 100,
  human: 40,
  ...change,
})

describe('monitoring.md §2: best hours by lower bound of the 95 % Wilson interval, at least 20 calls', () => {
  test('a high rate of few calls ranks below a lower one of many', () => {
    const few = hour({ calls: 20, human: 11 })
    const many = hour({ hour: mondayAtTen + HOUR, calls: 1_000, human: 500 })
    const { hours } = bestHours([few, many], 'Europe/Berlin')
    expect(hours.map(({ minute }) => minute / 60)).toEqual([11, 10])
  })

  test('19 calls are too few to be said, 20 are enough; all calls make the overall rate', () => {
    const found = bestHours(
      [hour({ calls: 19, human: 19 }), hour({ hour: mondayAtTen + HOUR, calls: 20, human: 1 })],
      'Europe/Berlin',
    )
    expect(found.hours.map(({ calls }) => calls)).toEqual([20])
    expect(found).toMatchObject({ tooSmall: 1, overall: 20 / 39 })
  })

  test('the same hour of several weeks counts together, across a change of the clock', () => {
    const beforeWinter = Date.UTC(2026, 9, 19, 8)
    const { hours } = bestHours([hour({ hour: beforeWinter }), hour()], 'Europe/Berlin')
    expect(hours).toMatchObject([{ weekday: 0, minute: 600, calls: 200, human: 80 }])
  })

  test('by the contacts’ clocks the same instant is another hour in another zone', () => {
    const newYork = hour({ zones: ['America/New_York'] })
    expect(
      bestHours([newYork, hour()], null)
        .hours.map(({ minute }) => minute / 60)
        .toSorted(),
    ).toEqual([10, 4])
    expect(bestHours([newYork, hour()], 'Europe/Berlin').hours).toMatchObject([{ minute: 600, calls: 200 }])
  })

  test('where the zones of a line disagree its calls are left out, and counted', () => {
    const unsure = hour({ zones: ['America/New_York', 'America/Chicago'] })
    const sure = hour({ zones: ['Europe/Berlin', 'Europe/Busingen'] })
    expect(bestHours([unsure, sure], null)).toMatchObject({
      unplaced: 100,
      hours: [{ minute: 600, calls: 100 }],
    })
  })

  test('Sunday night in Berlin is Monday morning in Auckland', () => {
    const sunday = hour({ hour: mondayAtTen - 11 * HOUR, zones: ['Pacific/Auckland'] })
    expect(bestHours([sunday], null).hours).toMatchObject([{ weekday: 0, minute: 660 }])
    expect(bestHours([sunday], 'Europe/Berlin').hours).toMatchObject([{ weekday: 6, minute: 23 * 60 }])
  })

  test('only an hour whose whole interval lies above the rate of all is better beyond doubt', () => {
    const { hours } = bestHours(
      [hour({ calls: 1_000, human: 300 }), hour({ hour: mondayAtTen + HOUR, calls: 1_000, human: 500 })],
      'Europe/Berlin',
    )
    expect(hours.map(({ isBetter }) => isBetter)).toEqual([true, false])
  })

  test('no calls, nothing to say', () =>
    expect(bestHours([], null)).toEqual({ hours: [], tooSmall: 0, unplaced: 0, overall: null }))
})
