import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourlyFreeAt } from '../../src-main/domain/hourly.ts'

const HOUR = 3_600_000
const noon = Date.UTC(2026, 10, 25, 12)
const minutesAgo = (...minutes: number[]) => minutes.map(minute => noon - minute * 60_000)

describe('campaigns.md §4, calls per hour: over a sliding hour', () => {
  test('room while fewer calls started within the last hour', () => {
    expect(hourlyFreeAt([], 1, noon)).toBe(null)
    expect(hourlyFreeAt(minutesAgo(90, 30), 2, noon)).toBe(null)
  })
  test('else when the first of them is an hour old, and not at the full hour of the clock', () => {
    expect(hourlyFreeAt(minutesAgo(45, 30), 2, noon)).toBe(noon + 15 * 60_000)
    expect(hourlyFreeAt(minutesAgo(60, 30), 2, noon)).toBe(null)
  })
  test('a limit that was lowered under way waits until as many have left the hour', () =>
    expect(hourlyFreeAt(minutesAgo(50, 40, 30, 20), 2, noon)).toBe(noon + 30 * 60_000))
  test('after the clock was set back a little the hour still holds; by years, nobody waits for them', () => {
    expect(hourlyFreeAt(minutesAgo(-10), 1, noon)).toBe(noon + 70 * 60_000)
    expect(hourlyFreeAt(minutesAgo(-1_000_000), 1, noon)).toBe(null)
  })
  test('a start that is ignored so does not hide an older one that counts', () =>
    expect(hourlyFreeAt(minutesAgo(45, -61), 1, noon)).toBe(noon + 15 * 60_000))
  test('the order in which they are told does not matter', () =>
    expect(hourlyFreeAt(minutesAgo(20, 45), 2, noon)).toBe(noon + 15 * 60_000))
})

test('whoever obeys it never has more calls in any sliding hour, and starts at the very end of the wait', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 40 * 60_000 }), { maxLength: 40 }),
      (perHour, pauses) => {
        const starts: number[] = []
        let now = noon
        for (const pause of pauses) {
          now += pause
          now = hourlyFreeAt(starts, perHour, now) ?? now
          starts.push(now)
        }
        for (const start of starts)
          expect(starts.filter(each => each > start - HOUR && each <= start).length).toBeLessThanOrEqual(
            perHour,
          )
      },
    ),
  ))
