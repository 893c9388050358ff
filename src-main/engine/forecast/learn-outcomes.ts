import type { EndedCall } from '../../domain/retry.ts'
import { DAY, localTime } from '../../domain/zone-clock.ts'
import type { EndedRow } from './forecast-rows.ts'
import type { Ending, OutcomeTable } from './outcomes.ts'

/** Fewer calls than this say too little, and assumptions are better. */
export const ENOUGH_CALLS = 200
/** An hour of the day has rates of its own from so many calls on. */
export const ENOUGH_IN_HOUR = 50
/** Times that are kept of each ending, spread evenly over all that were measured. */
const MOST_TIMES = 500
const HOUR = 3_600_000

interface Kind {
  readonly ended: EndedCall
  readonly calls: EndedRow[]
}

/** How often the people of these calls did what, by the hour of their day, and how long it took. */
export function learnOutcomes(calls: readonly EndedRow[], zoneOf: (call: EndedRow) => string): OutcomeTable {
  const kinds = new Map<string, Kind>()
  for (const call of calls) {
    const ended = endedOf(call)
    const key = JSON.stringify(ended)
    const kind = kinds.get(key) ?? { ended, calls: [] }
    kinds.set(key, kind)
    kind.calls.push(call)
  }
  const known = [...kinds.values()]
  const hours = known.map(kind => countByHour(kind.calls, zoneOf))
  return {
    endings: known.map(endingOf),
    byHour: Array.from({ length: 24 }, (_, hour) => {
      const weights = hours.map(counts => counts[hour] as number)
      return weights.reduce((sum, weight) => sum + weight, 0) < ENOUGH_IN_HOUR ? null : weights
    }),
  }
}

/** Codes matter where they decide about retries. */
const endedOf = ({ result, failure, sipCode, counts, optedOut }: EndedRow): EndedCall => ({
  result,
  failure,
  mayHaveRung: counts,
  sipCode: sipCode === 607 || sipCode === 608 || sipCode === 0 ? sipCode : 200,
  optedOut,
})

const endingOf = ({ ended, calls }: Kind): Ending => ({
  ended,
  weight: calls.length,
  ringMs: spread(calls.map(({ ringMs }) => ringMs)),
  talkMs: spread(calls.map(({ talkMs }) => talkMs)),
})

function spread(times: readonly number[]): readonly number[] {
  const sorted = times.toSorted((a, b) => a - b)
  if (sorted.length <= MOST_TIMES) return sorted
  const step = sorted.length / MOST_TIMES
  return Array.from({ length: MOST_TIMES }, (_, at) => sorted[Math.floor((at + 0.5) * step)] as number)
}

function countByHour(calls: readonly EndedRow[], zoneOf: (call: EndedRow) => string): readonly number[] {
  const hours = Array.from({ length: 24 }, () => 0)
  for (const call of calls) {
    const hour = Math.floor((localTime(zoneOf(call), call.sentAt) % DAY) / HOUR)
    hours[hour] = (hours[hour] as number) + 1
  }
  return hours
}
