import { expect, test } from 'vitest'
import { openDays, openMs, spansOf, together } from '../../src-main/domain/open-days.ts'

const HOUR = 3_600_000
const layer = (zone: string, from: number, to: number) => ({
  zone,
  windows: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [{ from, to }]]),
  ),
  closedOn: (date: string) => (date === '2026-11-26' ? 'Thanksgiving' : null),
  by: { is: 'campaign' as const },
})
const noon = Date.UTC(2026, 10, 25, 12)
const week = noon + 7 * 24 * HOUR

test('two places that are open one after the other make one longer day; the first day is what is left of it', () => {
  const berlin = spansOf([layer('Europe/Berlin', 540, 1080)], noon, week)
  const london = spansOf([layer('Europe/London', 540, 1080)], noon, week)
  const days = openDays(together(berlin, london), 'Europe/Berlin', noon, 3)
  // 13:00 to 19:00 on Berlin's clock, a holiday, then 9:00 to 19:00.
  expect(days.map(({ date, openMs: open }) => [date, open / HOUR])).toEqual([
    ['2026-11-25', 6],
    ['2026-11-26', 0],
    ['2026-11-27', 10],
  ])
})

test('times that touch or hold each other count once', () => {
  const spans = together(
    [
      { from: 0, until: 10 },
      { from: 20, until: 30 },
    ],
    [
      { from: 5, until: 20 },
      { from: 22, until: 25 },
    ],
  )
  expect(spans).toEqual([{ from: 0, until: 30 }])
  expect(openMs(spans, 8, 40)).toBe(22)
})

test('a day of 25 hours that is open all day has 25', () => {
  const from = Date.UTC(2026, 9, 24, 22)
  const allDay = spansOf([{ ...layer('Europe/Berlin', 0, 0), closedOn: () => null }], from, from + 48 * HOUR)
  expect(openDays(allDay, 'Europe/Berlin', from, 1)).toEqual([{ date: '2026-10-25', openMs: 25 * HOUR }])
})
