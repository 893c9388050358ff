import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abandonmentOf, abandonmentText, callsLeft } from '../../src-main/domain/abandonment.ts'

const DAY = 86_400_000
const rule = { id: 'us/abandoned', jurisdiction: 'US', text: '', citation: '', verified: true }
const cap = { share: 0.03, withinMs: 30 * DAY, rule }
const calls = (abandoned: number, answered: number) =>
  abandonmentOf({ abandoned, answered, voicemail: 500 }, cap)

describe('compliance.md 3, abandonment', () => {
  test('the share is of calls that a person answered; machines do not count', () =>
    expect(calls(3, 97)).toMatchObject({ abandoned: 3, answered: 100, share: 0.03 }))

  test('the first abandoned call of a young campaign does not end it, the second does', () => {
    expect(callsLeft(calls(1, 4), 10)).toBeNull()
    expect(callsLeft(calls(2, 4), 10)).toBe(0)
  })

  test('limits pacing before the cap, and pauses at it', () => {
    const left = [10, 15, 18, 20, 24, 26, 27, 30].map(abandoned =>
      callsLeft(calls(abandoned, 1000 - abandoned), 100),
    )
    expect(left).toEqual([null, 100, 75, 58, 24, 8, 0, 0])
  })

  test('its figure in words', () =>
    expect(abandonmentText(calls(3, 117))).toBe(
      '3 of 120 calls answered by people abandoned in 30 days, 2.5 % of at most 3 %',
    ))

  test('nobody is called any more before the cap is reached, whatever the numbers', () =>
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(5_000),
        fc.integer({ min: 1, max: 500 }),
        (abandoned, answered, allowed) => {
          const counted = calls(abandoned, answered)
          const left = callsLeft(counted, allowed)
          if (counted.share >= cap.share) expect(left).toBe(0)
          if (left !== null) expect(left).toBeLessThanOrEqual(allowed)
        },
      ),
    ))
})
