import { describe, expect, test } from 'vitest'
import { heatmap } from '../../../src-main/domain/heatmap/heatmap.ts'
import { hourOfWeek } from '../../../src-main/domain/zone-clock.ts'

const hour = 3_600_000
/** Thursday 19 November 2026, 10:00 in Berlin. */
const thursday = Date.UTC(2026, 10, 19, 9)
const inBerlin = (quarter: number, calls: number, people: number) => ({
  quarter,
  zone: 'Europe/Berlin',
  calls,
  people,
})

describe('monitoring.md §2: human-answer heatmap, day by hour', () => {
  test('a call counts in the hour that the clock of its zone shows when it leaves', () => {
    expect(heatmap([inBerlin(thursday, 3, 1)])).toEqual([{ day: 4, hour: 10, calls: 3, people: 1 }])
    expect(heatmap([{ ...inBerlin(thursday, 3, 1), zone: 'America/New_York' }])).toEqual([
      { day: 4, hour: 4, calls: 3, people: 1 },
    ])
  })

  test('the same hour of several weeks is one cell, also across a change of the clock', () => {
    const beforeTheChange = Date.UTC(2026, 9, 22, 8)
    expect(
      heatmap([
        inBerlin(thursday, 30, 9),
        inBerlin(thursday - 7 * 24 * hour, 10, 1),
        inBerlin(beforeTheChange, 2, 2),
      ]),
    ).toEqual([{ day: 4, hour: 10, calls: 42, people: 12 }])
  })

  test('a zone whose clock stands three quarters of an hour apart divides an hour of UTC', () => {
    const kathmandu = (quarter: number) => ({ quarter, zone: 'Asia/Kathmandu', calls: 1, people: 0 })
    expect(heatmap([kathmandu(thursday), kathmandu(thursday + hour / 4)])).toEqual([
      { day: 4, hour: 14, calls: 1, people: 0 },
      { day: 4, hour: 15, calls: 1, people: 0 },
    ])
  })

  test('cells come from Monday to Sunday, by their hours', () => {
    const days = [6, 0, 3].map(day => Date.UTC(2026, 10, 16 + day, 9))
    expect(heatmap(days.map(day => inBerlin(day, 1, 0))).map(({ day }) => day)).toEqual([1, 4, 7])
  })

  test('the last hour of Sunday is the last of the week', () => {
    expect(hourOfWeek('UTC', Date.UTC(2026, 10, 22, 23, 59))).toBe(167)
    expect(hourOfWeek('UTC', Date.UTC(2026, 10, 23))).toBe(0)
  })
})
