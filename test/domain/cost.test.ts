import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceFigure, budgetFigure } from '../../src-main/domain/budget.ts'
import { callCost, costSoFar, mayCost, rateFor } from '../../src-main/domain/cost.ts'
import { MICROS, moneyText } from '../../src-main/domain/money.ts'
import type { Rate, RateTable } from '../../src-main/domain/rates.ts'

const aRate = (change: Partial<Rate> = {}): Rate => ({
  prefix: '',
  connectMicros: 0,
  microsPerMinute: 60_000,
  firstSeconds: 1,
  stepSeconds: 1,
  ...change,
})
const table = (...rates: Rate[]): RateTable => ({ currency: 'EUR', rates })
const berlin = '+493023125000'
const mobile = '+4915112345678'

describe('telephony.md §6, price by longest prefix', () => {
  const rates = table(aRate({ prefix: '49' }), aRate({ prefix: '4915' }), aRate({ prefix: '4' }))

  test('the longest prefix counts, whatever the order', () => {
    expect(rateFor(rates, mobile)?.prefix).toBe('4915')
    expect(rateFor(rates, berlin)?.prefix).toBe('49')
    expect(rateFor(rates, '+4312345')?.prefix).toBe('4')
  })

  test('the empty prefix is everywhere else; without one nothing is known, and nothing counted', () => {
    expect(rateFor(table(aRate()), '+15551234567')?.prefix).toBe('')
    expect(rateFor(rates, '+15551234567')).toBeNull()
    expect(callCost(rates, '+15551234567', 60_000)).toBe(0)
    expect(callCost(null, berlin, 60_000)).toBe(0)
  })
})

describe('telephony.md §6, connection fee + increments × price', () => {
  test('per second, begun seconds whole', () => {
    expect(callCost(table(aRate()), berlin, 10_000)).toBe(10_000)
    expect(callCost(table(aRate()), berlin, 10_001)).toBe(11_000)
  })

  test('60/1: a minute at least, then by the second', () => {
    const rates = table(aRate({ firstSeconds: 60 }))
    expect(callCost(rates, berlin, 1_000)).toBe(60_000)
    expect(callCost(rates, berlin, 60_000)).toBe(60_000)
    expect(callCost(rates, berlin, 61_000)).toBe(61_000)
  })

  test('60/60: begun minutes', () => {
    const rates = table(aRate({ firstSeconds: 60, stepSeconds: 60 }))
    expect(callCost(rates, berlin, 60_001)).toBe(120_000)
  })

  test('30/6: the first half minute, then begun tenths', () => {
    const rates = table(aRate({ firstSeconds: 30, stepSeconds: 6 }))
    expect(callCost(rates, berlin, 37_000)).toBe(30_000 + 2 * 6_000)
  })

  test('the connection fee is paid once per answered call, however short', () => {
    const rates = table(aRate({ connectMicros: 50_000 }))
    expect(callCost(rates, berlin, 0)).toBe(51_000)
    expect(callCost(rates, berlin, null)).toBe(0)
  })

  test('an increment whose price is no whole millionth is rounded up', () =>
    expect(callCost(table(aRate({ microsPerMinute: 100 })), berlin, 3_000)).toBe(3 * 2))

  test('whole millionths, and never falling while a call runs', () => {
    const rate = fc.record({
      prefix: fc.constant(''),
      connectMicros: fc.nat(1_000_000),
      microsPerMinute: fc.nat(5_000_000),
      firstSeconds: fc.integer({ min: 1, max: 120 }),
      stepSeconds: fc.integer({ min: 1, max: 120 }),
    })
    fc.assert(
      fc.property(rate, fc.nat(7_200_000), fc.nat(60_000), (one, talkMs, more) => {
        const before = callCost(table(one), berlin, talkMs)
        const after = callCost(table(one), berlin, talkMs + more)
        return Number.isSafeInteger(before) && after >= before && before >= one.connectMicros
      }),
    )
  })
})

test('telephony.md §6: shown while it grows', () => {
  const rates = table(aRate())
  expect(costSoFar(rates, berlin, null, 5_000)).toBe(0)
  expect(costSoFar(rates, berlin, 1_000, 5_000)).toBe(4_000)
  expect(costSoFar(rates, berlin, 9_000, 5_000)).toBe(1_000)
})

test('campaigns.md §10 line 20: balance “may cost” = every active call and the next one at the longest call allowed × the rate', () => {
  const rates = table(aRate(), aRate({ prefix: '4915', microsPerMinute: 120_000 }))
  const calls = [
    { number: berlin, longestMs: 60_000 },
    { number: mobile, longestMs: 60_000 },
    { number: berlin, longestMs: 180_000 },
  ]
  expect(mayCost(rates, calls)).toBe(60_000 + 120_000 + 180_000)
})

describe('campaigns.md §5, auto-pause insufficient_balance', () => {
  const facts = { balanceMicros: MICROS, currency: 'EUR', activeCalls: 3, mayCostMicros: 1_200_000 }

  test('the credit is below what the active calls plus one more may cost: the figure in words', () =>
    expect(balanceFigure(facts)).toBe(
      'EUR 1.00 of credit left; 3 active calls and the next one may cost EUR 1.20',
    ))

  test('enough credit, a balance that is not kept, calls that cost nothing: no pause', () => {
    expect(balanceFigure({ ...facts, balanceMicros: 1_200_000 })).toBeNull()
    expect(balanceFigure({ ...facts, balanceMicros: null })).toBeNull()
    expect(balanceFigure({ ...facts, balanceMicros: 0, mayCostMicros: 0 })).toBeNull()
  })

  test('with no call up the next one alone is named', () =>
    expect(balanceFigure({ ...facts, balanceMicros: 0, activeCalls: 0 })).toContain(
      'the next call may cost EUR 1.20',
    ))
})

describe('campaigns.md §5, auto-pause budget_reached', () => {
  test('the campaign’s own budget is spent: the figure in words', () => {
    const facts = { budgetMicros: 5 * MICROS, spentMicros: 5 * MICROS, currency: 'EUR' }
    expect(budgetFigure(facts)).toBe('EUR 5.00 spent of a budget of EUR 5.00')
    expect(budgetFigure({ ...facts, spentMicros: 5 * MICROS - 1 })).toBeNull()
    expect(budgetFigure({ ...facts, budgetMicros: null })).toBeNull()
  })
})

test('money in the currency’s own places; what is smaller than they show is not shown as nothing', () => {
  expect(moneyText({ micros: 1_148_620_000, currency: 'EUR' })).toBe('EUR 1,148.62')
  expect(moneyText({ micros: 1_500_000_000, currency: 'JPY' })).toBe('JPY 1,500')
  expect(moneyText({ micros: 4_200, currency: 'EUR' })).toBe('EUR 0.0042')
  expect(moneyText({ micros: 0, currency: 'EUR' })).toBe('EUR 0.00')
  expect(moneyText({ micros: -MICROS, currency: 'EUR' })).toBe('-EUR 1.00')
})
