import { DateTime } from 'luxon'
import type { Instant } from './ids.ts'
import { DAY, dateOf, evenTime, localTime } from './zone-clock.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/**
 * Minutes of the day as the clock on the wall shows them, [from, to), 0–1440. A `to` at or before `from` runs over
 * midnight into the next day; equal ends are a whole day.
 */
export interface CallWindow {
  readonly from: number
  readonly to: number
}

/** When calls of a campaign may start. */
export interface Schedule {
  /** IANA zone in which the windows are read. */
  readonly zone: string
  readonly windows: Readonly<Partial<Record<Weekday, readonly CallWindow[]>>>
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  /** The windows are read in the contact's own zone; one that may be in several must be open in all. */
  readonly respectContactZone: boolean
  /** Lifts the windows; honoured only where the trunk is on loopback. */
  readonly anyTime: boolean
}

const office: readonly CallWindow[] = [{ from: 9 * 60, to: 18 * 60 }]

export const officeHours: Schedule['windows'] = {
  mon: office,
  tue: office,
  wed: office,
  thu: office,
  fri: office,
}

export const isZone = (zone: string): boolean => DateTime.utc().setZone(zone).isValid

/** Windows of a week on the wall clock of one zone, closed on some dates. */
export interface Hours {
  readonly zone: string
  readonly windows: Schedule['windows']
  /** Why no window opens on this local date (`2026-11-26`); `null`: an ordinary day. */
  readonly closedOn?: (date: string) => string | null
}

/** How far ahead an opening is looked for: a year of holidays. */
export const HORIZON = 366 * DAY

/**
 * Whether the wall clock of the zone stands within a window. A skipped hour is never open, a repeated one twice. A
 * window over midnight belongs to the day on which it opens.
 */
export function isOpen(hours: Hours, at: Instant): boolean {
  const local = localTime(hours.zone, at)
  return windowEnd(hours, local) > local
}

/** First instant at or after `at` that is open; `null`: none before `limit`. */
export function nextOpening(hours: Hours, at: Instant, limit: Instant = at + HORIZON): Instant | null {
  for (let from = at; from < limit; ) {
    const { until, offsetMs } = evenTime(hours.zone, from)
    const end = Math.min(until, limit)
    const opens = windowFrom(hours, from + offsetMs, end + offsetMs)
    if (opens !== null) return opens - offsetMs
    from = end
  }
  return null
}

/** First instant after `at`, which is open, that is closed; `null`: none before `limit`. */
export function nextClosing(hours: Hours, at: Instant, limit: Instant = at + HORIZON): Instant | null {
  for (let from = at; from < limit; ) {
    const { until, offsetMs } = evenTime(hours.zone, from)
    const end = Math.min(until, limit)
    const closes = openUntil(hours, from + offsetMs, end + offsetMs) - offsetMs
    if (closes < end) return closes
    from = end
  }
  return null
}

/** When open turns to closed or back; `null` where that does not happen within a year. */
export const nextFlip = (hours: Hours, at: Instant): Instant | null =>
  isOpen(hours, at) ? nextClosing(hours, at) : nextOpening(hours, at)

/** Earliest local time from `local` on that lies within a window; `null`: none before `limit`. */
function windowFrom(hours: Hours, local: number, limit: number): number | null {
  const first = Math.floor(local / DAY) - 1
  for (let day = first; day * DAY < limit; day++) {
    let opens = Number.POSITIVE_INFINITY
    for (const window of windowsOn(hours, day))
      if (endOf(window, day) > local) opens = Math.min(opens, Math.max(startOf(window, day), local))
    if (opens < Number.POSITIVE_INFINITY) return opens < limit ? opens : null
  }
  return null
}

/** Where the windows that hold this local time, and those that follow without a gap, end; `local` if none does. */
function openUntil(hours: Hours, local: number, limit: number): number {
  let end = local
  while (end < limit) {
    const next = windowEnd(hours, end)
    if (next === end) return end
    end = next
  }
  return end
}

/** The latest end of all windows that hold this local time; `local` if none does. */
function windowEnd(hours: Hours, local: number): number {
  const today = Math.floor(local / DAY)
  let end = local
  for (const day of [today - 1, today])
    for (const window of windowsOn(hours, day))
      if (startOf(window, day) <= local) end = Math.max(end, endOf(window, day))
  return end
}

const startOf = ({ from }: CallWindow, day: number): number => day * DAY + from * 60_000
const endOf = ({ from, to }: CallWindow, day: number): number =>
  (to <= from ? day + 1 : day) * DAY + to * 60_000

const noWindows: readonly CallWindow[] = []

// The first of January 1970, day 0, was a Thursday.
function windowsOn({ windows, closedOn }: Hours, day: number): readonly CallWindow[] {
  const weekday = weekdays[(((day + 3) % 7) + 7) % 7]
  const open = weekday && windows[weekday]
  if (!open?.length) return noWindows
  return closedOn && closedOn(dateOf(day)) !== null ? noWindows : open
}

/** "Mon 09:00 Europe/Berlin". */
export const wallClock = (at: Instant, zone: string): string =>
  `${DateTime.fromMillis(at, { zone, locale: 'en' }).toFormat('ccc HH:mm')} ${zone}`
