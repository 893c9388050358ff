import { describe, expect, test } from 'vitest'
import { compareShares, verdictOf } from '../../../src-main/domain/analytics/compare-shares.ts'

describe('monitoring.md §2: comparison with a significance figure', () => {
  test('OpenStax, Introductory Statistics, example 10.8: 20 and 12 of 200 each give p = 0.1404', () => {
    const compared = compareShares({ part: 20, whole: 200 }, { part: 12, whole: 200 })
    expect(compared?.p).toBeCloseTo(0.1404, 4)
    expect(verdictOf(compared)).toBe('unclear')
  })

  test('Penn State, STAT 415, lesson 9.4: 351 of 605 against 41 of 195 give z = 8.99', () => {
    const compared = compareShares({ part: 351, whole: 605 }, { part: 41, whole: 195 })
    expect(compared?.z).toBeCloseTo(8.99, 2)
    expect(verdictOf(compared)).toBe('different')
  })

  test('the other way round only the sign changes', () => {
    const there = compareShares({ part: 30, whole: 90 }, { part: 55, whole: 100 })
    const back = compareShares({ part: 55, whole: 100 }, { part: 30, whole: 90 })
    expect(back?.z).toBeCloseTo(-(there?.z ?? 0), 12)
    expect(back?.p).toBe(there?.p)
  })

  test('a difference between 1 and 5 of 100 is likely, not certain', () =>
    expect(verdictOf(compareShares({ part: 40, whole: 100 }, { part: 55, whole: 100 }))).toBe('likely'))

  test.each([
    ['no cases at all', { part: 0, whole: 0 }, { part: 0, whole: 0 }],
    ['one side empty', { part: 30, whole: 60 }, { part: 0, whole: 0 }],
    ['under five expected', { part: 1, whole: 12 }, { part: 8, whole: 12 }],
    ['all of both', { part: 50, whole: 50 }, { part: 60, whole: 60 }],
  ])('with too few cases nothing is said: %s', (_, a, b) => {
    expect(compareShares(a, b)).toBeNull()
    expect(verdictOf(compareShares(a, b))).toBe('too_few')
  })
})
