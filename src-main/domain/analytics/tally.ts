import { type CallResult, callResults } from '../call-result.ts'
import { type Measured, measure, type PaidCalls } from './measure.ts'

const at = new Map<string, number>(callResults.map((result, index) => [result, index]))
const fields = ['calls', 'answered', 'talkMs', 'achieved', 'optOuts', 'costMicros'] as const
const WIDTH = fields.length

/** Sums by result, in one row of numbers each: millions of cells are added up in it. */
export type Tally = Float64Array

const newTally = (): Tally => new Float64Array(callResults.length * WIDTH)

/** @param counts an array with the numbers of `fields` from `from` on */
export function addTo(tally: Tally, result: CallResult, counts: readonly unknown[], from: number): void {
  const row = (at.get(result) ?? 0) * WIDTH
  for (let field = 0; field < WIDTH; field += 1)
    tally[row + field] = (tally[row + field] ?? 0) + (counts[from + field] as number)
}

/** The tally under a key, a new one at first. */
export function tallyOf<K>(tallies: Map<K, Tally>, key: K): Tally {
  const known = tallies.get(key)
  if (known) return known
  const made = newTally()
  tallies.set(key, made)
  return made
}

export const measureTally = (tally: Tally): Measured =>
  measure(
    callResults.flatMap((result, row) => {
      const [calls = 0, answered = 0, talkMs = 0, achieved = 0, optOuts = 0, costMicros = 0] = tally.subarray(
        row * WIDTH,
        (row + 1) * WIDTH,
      )
      const counted: PaidCalls = { result, calls, answered, talkMs, achieved, optOuts, costMicros }
      return calls === 0 ? [] : [counted]
    }),
  )
