import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { instantsOf, stepsBetween } from '../../../src-main/domain/analytics/steps.ts'

const DAY = 86_400_000

describe('monitoring.md §2: answer rate, conversion rate, average duration over time', () => {
  test('a local day holds 23 hours in spring and 25 in autumn', () => {
    for (const [date, hours] of [
      ['2026-03-29', 23],
      ['2026-10-25', 25],
      ['2026-11-24', 24],
    ] as const) {
      const { from, until } = instantsOf('Europe/Berlin', date, date)
      expect(((until ?? 0) - (from ?? 0)) / 3_600_000).toBe(hours)
    }
  })

  test('each instant falls into the day that the calendar of the zone says', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']) {
      const from = Date.UTC(2026, 9, 20)
      const steps = stepsBetween(zone, from, from + 30 * DAY)
      for (let at = from; at < from + 30 * DAY; at += 3_600_000)
        expect(steps.dateOf(steps.of(at))).toBe(DateTime.fromMillis(at, { zone }).toISODate())
    }
  })

  test('over a long time the line has weeks, from Monday on', () => {
    const from = Date.UTC(2026, 0, 1)
    const steps = stepsBetween('Europe/Berlin', from, from + 300 * DAY)
    expect(steps.days).toBe(7)
    expect(steps.dateOf(steps.of(Date.UTC(2026, 10, 29, 22, 59)))).toBe('2026-11-23')
    expect(steps.dateOf(steps.of(Date.UTC(2026, 10, 29, 23)))).toBe('2026-11-30')
  })

  test('without dates nothing is cut off', () =>
    expect(instantsOf('Europe/Berlin', null, null)).toEqual({ from: null, until: null }))
})
