import type { E164, Instant } from './ids.ts'
import type { Micros } from './money.ts'
import type { Rate, RateTable } from './rates.ts'

// Tables may have tens of thousands of prefixes, and costs grow on the screen while hundreds of calls run.
const byPrefix = new WeakMap<RateTable, ReadonlyMap<string, Rate>>()

/** The rate of the longest prefix; `null`: the table says nothing about this number, and nothing is counted. */
export function rateFor(table: RateTable, number: E164): Rate | null {
  const rates = byPrefix.get(table) ?? new Map(table.rates.map(rate => [rate.prefix, rate]))
  byPrefix.set(table, rates)
  const digits = number.replace('+', '')
  for (let length = digits.length; length >= 0; length--) {
    const rate = rates.get(digits.slice(0, length))
    if (rate) return rate
  }
  return null
}

/**
 * Connection fee + increments × price. Each increment is charged whole and its price rounded up to a whole
 * millionth, so the sum only grows while a call runs.
 * @param talkMs from answer to end; `null`: it was not answered, and costs nothing
 */
export function callCost(table: RateTable | null, number: E164, talkMs: number | null): Micros {
  const rate = table && rateFor(table, number)
  if (rate === null || talkMs === null) return 0
  const { connectMicros, firstSeconds, stepSeconds } = rate
  const further = Math.max(0, Math.ceil(talkMs / 1000) - firstSeconds)
  const steps = Math.ceil(further / stepSeconds)
  return connectMicros + price(rate, firstSeconds) + steps * price(rate, stepSeconds)
}

const price = ({ microsPerMinute }: Rate, seconds: number): Micros =>
  Math.ceil((microsPerMinute * seconds) / 60)

/** What a call that is still running has cost by now. */
export const costSoFar = (
  table: RateTable | null,
  number: E164,
  answeredAt: Instant | null,
  now: Instant,
): Micros => callCost(table, number, answeredAt === null ? null : Math.max(0, now - answeredAt))

/** A call as long as it is allowed to be. */
export interface LongestCall {
  readonly number: E164
  readonly longestMs: number
}

/** What these calls cost at most: every active one and the next, each at the longest call allowed × its rate. */
export const mayCost = (table: RateTable | null, calls: readonly LongestCall[]): Micros =>
  calls.reduce((sum, { number, longestMs }) => sum + callCost(table, number, longestMs), 0)
