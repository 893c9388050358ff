import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '../../../src-main/domain/analytics/wilson.ts'

describe('monitoring.md §2: lower bound of the 95 % Wilson interval', () => {
  // R. G. Newcombe, Statistics in Medicine 17, 1998, 857–872, table I: method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lie between %f and %f, as published', (part, whole, low, high) => {
    const interval = wilsonInterval(part, whole)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  test('all of them are no certainty, and the interval stays within 0 to 1', () => {
    expect(wilsonInterval(20, 20)?.high).toBe(1)
    expect(wilsonInterval(20, 20)?.low).toBeCloseTo(1 - 0.1611, 4)
  })

  test('no cases, no interval', () => expect(wilsonInterval(0, 0)).toBeNull())
})
