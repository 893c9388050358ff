import type { Instant } from '../ids.ts'
import { DAY, evenTime } from '../zone-clock.ts'
import { type Interval, wilsonInterval } from './wilson.ts'

/** Calls that left within the UTC hour that begins at `hour`. */
export interface HourCalls {
  readonly hour: Instant
  /** Every zone in which the called line may stand. */
  readonly zones: readonly string[]
  readonly calls: number
  readonly human: number
}

export interface RankedHour {
  /** 0: Monday. */
  readonly weekday: number
  /** Minutes after midnight at which the hour begins: whole hours, except where a zone is ahead by a part of one. */
  readonly minute: number
  readonly calls: number
  readonly human: number
  readonly interval: Interval
  /** Better than the calls of all hours together beyond doubt: its whole interval lies above their rate. */
  readonly isBetter: boolean
}

export interface BestHours {
  /** By the lower bound of the interval, best first. */
  readonly hours: readonly RankedHour[]
  /** Hours of the week that had calls, but fewer than `LEAST_CALLS`. */
  readonly tooSmall: number
  /** Calls to lines whose zone is not known well enough to tell their hour. */
  readonly unplaced: number
  /** Human answers of all calls that could be placed, 0–1. */
  readonly overall: number | null
}

export const LEAST_CALLS = 20

const HOURS_OF_WEEK = 24 * 7
const HOUR = DAY / 24
const MINUTE = 60_000
// 1970-01-01 was a Thursday.
const FIRST_WEEKDAY = 3

/**
 * Hours of the week by how many people answer in them: human-answer rate, ranked by the lower bound of its 95 % Wilson
 * interval. A call counts in the hour in which it was placed.
 * @param zone in which the hours are told; `null`: in that of each called line
 */
export function bestHours(calls: readonly HourCalls[], zone: string | null): BestHours {
  const slots = new Map<number, { calls: number; human: number }>()
  const clock = createClock()
  const own = zone === null ? null : [zone]
  let unplaced = 0
  for (const { hour, zones, calls: n, human } of calls) {
    const slot = clock(hour, own ?? zones)
    if (slot === null) {
      unplaced += n
      continue
    }
    const known = slots.get(slot)
    if (known) {
      known.calls += n
      known.human += human
    } else slots.set(slot, { calls: n, human })
  }
  const all = [...slots.values()]
  const placed = all.reduce((sum, slot) => sum + slot.calls, 0)
  const overall = placed === 0 ? null : all.reduce((sum, slot) => sum + slot.human, 0) / placed
  const enough = [...slots].filter(([, slot]) => slot.calls >= LEAST_CALLS)
  return {
    hours: enough.map(([slot, counts]) => ranked(slot, counts, overall ?? 0)).sort(byLowerBound),
    tooSmall: slots.size - enough.length,
    unplaced,
    overall,
  }
}

/**
 * Minutes of the local week at which an hour begins; `null` where the zones disagree. It remembers how the clocks stand
 * as long as they run evenly, since calls come hour after hour.
 */
function createClock(): (hour: Instant, zones: readonly string[]) => number | null {
  const known = new Map<readonly string[], { from: Instant; until: Instant; offsetMs: number | null }>()
  return (hour, zones) => {
    let stand = known.get(zones)
    if (stand === undefined || hour < stand.from || hour >= stand.until) {
      const times = zones.map(zone => evenTime(zone, hour))
      const [offset = null] = times.map(({ offsetMs }) => offsetMs)
      stand = {
        from: hour,
        until: Math.min(...times.map(({ until }) => until)),
        offsetMs: times.every(({ offsetMs }) => offsetMs === offset) ? offset : null,
      }
      known.set(zones, stand)
    }
    if (stand.offsetMs === null) return null
    const minutes = (hour + stand.offsetMs + FIRST_WEEKDAY * DAY) % (HOURS_OF_WEEK * HOUR)
    return Math.floor(minutes / MINUTE)
  }
}

function ranked(slot: number, { calls, human }: { calls: number; human: number }, overall: number) {
  const interval = wilsonInterval(human, calls) as Interval
  const minutesOfDay = DAY / MINUTE
  return {
    weekday: Math.floor(slot / minutesOfDay),
    minute: slot % minutesOfDay,
    calls,
    human,
    interval,
    isBetter: interval.low > overall,
  }
}

const byLowerBound = (a: RankedHour, b: RankedHour): number =>
  b.interval.low - a.interval.low || b.calls - a.calls || a.weekday - b.weekday || a.minute - b.minute
