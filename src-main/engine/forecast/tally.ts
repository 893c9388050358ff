import { hourOf } from '../../domain/figures.ts'
import type { Instant } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { Micros } from '../../domain/money.ts'
import type { EndedCall } from '../../domain/retry.ts'

const HOUR = 3_600_000
/** From any hour to the end of its day, on the longest of the year. */
const SHOWN_CLOCK_HOURS = 25

/** What one simulated run counts. Hours are whole ones since the run began, later ones left out where nothing came. */
export interface Tally {
  readonly calls: number
  readonly reached: number
  /** Calls that were picked up. */
  readonly answered: number
  /** Calls in which the person asked not to be called again. */
  readonly optOuts: number
  readonly costMicros: Micros
  readonly firstCallAt: Instant | null
  readonly lastCallAt: Instant | null
  readonly callsByHour: readonly number[]
  /** By UTC clock hours from that of the beginning on, for a day. */
  readonly callsByClock: readonly number[]
  readonly finalByHour: readonly number[]
  readonly statuses: Readonly<Partial<Record<LeadStatus, number>>>
}

export interface TallyPen {
  started(at: Instant): void
  ended(call: EndedCall): void
  cost(micros: Micros): void
  final(at: Instant, status: LeadStatus): void
  result(): Tally
}

export function createTally(began: Instant): TallyPen {
  const callsByHour: number[] = []
  const callsByClock: number[] = Array.from({ length: SHOWN_CLOCK_HOURS }, () => 0)
  const finalByHour: number[] = []
  const statuses: Partial<Record<LeadStatus, number>> = {}
  let calls = 0
  let answered = 0
  let optOuts = 0
  let costMicros = 0
  let firstCallAt: Instant | null = null
  let lastCallAt: Instant | null = null

  const addTo = (hours: number[], at: Instant): void => {
    const hour = Math.max(0, Math.floor((at - began) / HOUR))
    while (hours.length <= hour) hours.push(0)
    hours[hour] = (hours[hour] as number) + 1
  }
  return {
    started: at => {
      calls += 1
      firstCallAt ??= at
      lastCallAt = at
      addTo(callsByHour, at)
      const hour = (hourOf(at) - hourOf(began)) / HOUR
      if (hour < SHOWN_CLOCK_HOURS) callsByClock[hour] = (callsByClock[hour] as number) + 1
    },
    ended: ({ sipCode, optedOut }) => {
      if (sipCode === 200) answered += 1
      if (optedOut) optOuts += 1
    },
    cost: micros => {
      costMicros += micros
    },
    final: (at, status) => {
      statuses[status] = (statuses[status] ?? 0) + 1
      addTo(finalByHour, at)
    },
    result: () => ({
      calls,
      reached: statuses.completed ?? 0,
      answered,
      optOuts,
      costMicros,
      firstCallAt,
      lastCallAt,
      callsByHour,
      callsByClock,
      finalByHour,
      statuses,
    }),
  }
}
