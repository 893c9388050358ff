import type { Instant } from '../ids.ts'
import { DAY, dateOf, evenTime } from '../zone-clock.ts'

/** Time cut into local days or weeks of a zone, numbered. */
export interface Steps {
  readonly days: 1 | 7
  /** Which one an instant is in. */
  of(at: Instant): number
  /** First date of one: `2026-11-26`. */
  dateOf(step: number): string
  /** For the database: between these instants the clock runs evenly, local = UTC + offset. */
  readonly evenTimes: readonly { readonly until: Instant; readonly offsetMs: number }[]
  /** Added to a local time before it is divided by the length of a step. */
  readonly shiftMs: number
}

const MOST_DAYS = 92
// 1970-01-01 was a Thursday, and weeks begin on Monday.
const WEEK_SHIFT = 3

/** Days, or weeks where a line over days would have too many points. */
export function stepsBetween(zone: string, from: Instant, to: Instant): Steps {
  const days = to - from > MOST_DAYS * DAY ? 7 : 1
  const shift = days === 7 ? WEEK_SHIFT : 0
  const evenTimes = []
  for (let time = evenTime(zone, from); ; time = evenTime(zone, time.until)) {
    evenTimes.push(time)
    if (time.until > to) break
  }
  return {
    days,
    of: at => Math.floor((at + evenTime(zone, at).offsetMs + shift * DAY) / (days * DAY)),
    dateOf: step => dateOf(step * days - shift),
    evenTimes,
    shiftMs: shift * DAY,
  }
}

/** The instants between which calls left on the local dates `from` to `to`, both included. */
export function instantsOf(
  zone: string,
  from: string | null,
  to: string | null,
): { readonly from: Instant | null; readonly until: Instant | null } {
  return {
    from: from === null ? null : midnight(zone, from),
    until: to === null ? null : midnight(zone, to, 1),
  }
}

/** First instant of a local date; where midnight is skipped, the first after it. */
function midnight(zone: string, date: string, later = 0): Instant {
  const local = Date.parse(`${date}T00:00:00Z`) + later * DAY
  const guess = local - evenTime(zone, local).offsetMs
  return local - evenTime(zone, guess).offsetMs
}
