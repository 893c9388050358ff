import { describe, expect, test } from 'vitest'
import {
  judge,
  type NumberStanding,
  onProbation,
  rest,
  returnsBelow,
  strictestLimits,
} from '../../src-main/domain/number-rest.ts'

const DAY = 24 * 3_600_000
const now = Date.UTC(2026, 10, 23, 9)
const limits = { spamThreshold: 7, coolDownDays: 7 }
const judged = (standing: NumberStanding, score: number, { blocked = false, at = now } = {}) =>
  judge(standing, { score, blocked }, limits, at)

const resting = rest('score', 'Score 8, limit 7', 7, now)

describe('monitoring.md §3, spam threshold: at or above it a number is excluded by itself', () => {
  test('at the threshold it rests for the cool-down', () =>
    expect(judged({ is: 'active' }, 7)).toEqual({
      did: 'rested',
      why: 'Score 7, limit 7',
      to: { is: 'resting', by: 'score', since: now, until: now + 7 * DAY, why: 'Score 7, limit 7' },
    }))

  test('below it nothing happens', () => expect(judged({ is: 'active' }, 6)).toBeNull())
})

describe('monitoring.md §3, cool-down: excluded numbers come back after N days or when their score falls', () => {
  test('after its days it is back on probation of 20 calls', () =>
    expect(judged(resting, 8, { at: now + 7 * DAY })).toEqual({
      did: 'returned',
      why: 'its rest is over',
      to: { is: 'probation', since: now + 7 * DAY, left: 20 },
    }))

  test('before that a score that clearly fell brings it back, one just below the limit does not', () => {
    expect(judged(resting, 6)).toBeNull()
    expect(judged(resting, returnsBelow(7) - 1)).toMatchObject({ did: 'returned', to: { is: 'probation' } })
  })

  test('one that a person rests stays until the end of its days, whatever its score', () => {
    const byHand = rest('hand', 'Rests by hand', 3, now)
    expect(judged(byHand, 0, { at: now + 3 * DAY - 1 })).toBeNull()
    expect(judged(byHand, 0, { at: now + 3 * DAY })).toMatchObject({ did: 'returned' })
  })
})

describe('campaigns.md §10 line 17: an excluded number comes back after its rest through probation', () => {
  const withLeft = (left: number): NumberStanding => ({ is: 'probation', since: now, left })

  test('it is judged after its calls, not before', () => {
    expect(judged(onProbation(now), 9)).toBeNull()
    expect(judged(withLeft(1), 9)).toBeNull()
  })

  test('passed: it is used like every other again', () =>
    expect(judged(withLeft(0), 3)).toMatchObject({ did: 'passed', to: { is: 'active' } }))

  test('failed: it rests again', () =>
    expect(judged(withLeft(0), 8)).toMatchObject({ did: 'rested', to: { is: 'resting', by: 'score' } }))

  test('a 608 ends it at once', () =>
    expect(judged(withLeft(15), 7, { blocked: true })).toMatchObject({ did: 'rested' }))
})

test('of several campaigns that show a number the strictest limits count', () => {
  const other = { spamThreshold: 5, coolDownDays: 2 }
  expect(strictestLimits([limits, other], limits)).toEqual({ spamThreshold: 5, coolDownDays: 7 })
  expect(strictestLimits([], other)).toEqual(other)
})
