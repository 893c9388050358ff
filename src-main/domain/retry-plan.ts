import { calendarState, openTimes } from './calendar.ts'
import type { Calendar } from './hours.ts'
import type { Instant } from './ids.ts'
import { DAY, dayEnd, evenTime, localTime } from './zone-clock.ts'

/** Parts of the called party's day: before 12, 12–15, 15–18, after 18. */
export const partsOfDay = ['morning', 'noon', 'afternoon', 'evening'] as const
export type PartOfDay = (typeof partsOfDay)[number]

const HOUR = 3_600_000
const startsOf = {
  morning: 0,
  noon: 12 * HOUR,
  afternoon: 15 * HOUR,
  evening: 18 * HOUR,
} as const satisfies Record<PartOfDay, number>

export function partOfDay(at: Instant, zone: string): PartOfDay {
  const time = ((localTime(zone, at) % DAY) + DAY) % DAY
  return partsOfDay.findLast(part => startsOf[part] <= time) ?? 'morning'
}

export interface RetryQuestion {
  /** The retry interval is over then. */
  readonly earliest: Instant
  /** When this contact was tried before in this campaign, oldest first. */
  readonly past: readonly Instant[]
  /** To another part of the day than before; never after `busy`. */
  readonly vary: boolean
  readonly calendar: Calendar
  /** In which the called party's day is read. */
  readonly zone: string
}

// All parts that a week of windows offers are within a week of its first opening.
const LOOK_AHEAD = 7 * DAY

/**
 * When to try again: within the calendar, and where that offers several parts of the day, in the one that was tried
 * least, of those not the last one again, of those the first to come. A calendar that never opens does not move it.
 */
export function planRetry({ earliest, past, vary, calendar, zone }: RetryQuestion): Instant {
  const opensAt = calendarState(calendar, earliest).opensAt ?? earliest
  if (!vary) return opensAt
  const tries = past.map(at => partOfDay(at, zone))
  // A part counts for more the oftener it was tried; the last one for a little more than others as often tried.
  const weight = (part: PartOfDay) =>
    2 * tries.filter(each => each === part).length + (tries.at(-1) === part ? 1 : 0)
  let best = { at: opensAt, weight: Number.POSITIVE_INFINITY }
  for (const { at, part } of offers(calendar, opensAt, zone)) {
    if (weight(part) < best.weight) best = { at, weight: weight(part) }
    if (best.weight === 0) break
  }
  return best.at
}

/** The beginning of every stretch of one part of the day in which calls may start. */
function* offers(calendar: Calendar, from: Instant, zone: string) {
  for (const open of openTimes(calendar, from, from + LOOK_AHEAD))
    for (let at = open.from; at < open.until; at = partEnd(at, zone)) yield { at, part: partOfDay(at, zone) }
}

/** When the next part begins; a jump of the clock ends one, too. */
function partEnd(at: Instant, zone: string): Instant {
  const { until, offsetMs } = evenTime(zone, at)
  const time = (((at + offsetMs) % DAY) + DAY) % DAY
  const next = partsOfDay.map(part => startsOf[part]).find(start => start > time)
  return next === undefined ? dayEnd(zone, at) : Math.min(at + next - time, until)
}
