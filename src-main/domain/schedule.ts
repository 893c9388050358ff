import { DateTime } from 'luxon'
import type { Instant } from './ids.ts'

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

type Hours = Pick<Schedule, 'zone' | 'windows'>

/** Whether the wall clock of the zone stands within a window. A skipped hour is never open, a repeated one twice. */
export function isOpen(hours: Hours, at: Instant): boolean {
  const local = DateTime.fromMillis(at, { zone: hours.zone })
  const minute = local.hour * 60 + local.minute
  const today = windowsOn(hours, local)
  const yesterday = windowsOn(hours, local.minus({ days: 1 }))
  return (
    today.some(({ from, to }) => minute >= from && (minute < to || to <= from)) ||
    yesterday.some(({ from, to }) => to <= from && minute < to)
  )
}

/** First instant at or after `at` that is open; `null` where no window ever opens. */
export const nextOpening = (hours: Hours, at: Instant): Instant | null =>
  isOpen(hours, at) ? at : nextFlip(hours, at)

/** When open turns to closed or back; `null` where that never happens. */
export function nextFlip(hours: Hours, at: Instant): Instant | null {
  const open = isOpen(hours, at)
  for (const edge of edgesAfter(hours, at)) if (isOpen(hours, edge) !== open) return edge
  return null
}

// A week, one day for a window over midnight, one for a change of the zone's rules.
const HORIZON_DAYS = 9

/** Every instant within the horizon at which the light can change: ends of windows and jumps of the clock. */
function edgesAfter(hours: Hours, at: Instant): readonly Instant[] {
  const start = DateTime.fromMillis(at, { zone: hours.zone }).startOf('day').minus({ days: 1 })
  const edges = new Set<Instant>()
  for (let offset = 0; offset <= HORIZON_DAYS; offset++) {
    const day = start.plus({ days: offset })
    for (const edge of edgesOf(hours, day)) if (edge > at) edges.add(edge)
  }
  return [...edges].sort((a, b) => a - b)
}

function edgesOf(hours: Hours, day: DateTime): Instant[] {
  const walls = windowsOn(hours, day).flatMap(({ from, to }) => [from, to <= from ? to + 1440 : to])
  const jump = clockJump(day)
  return [...walls.flatMap(minute => instantsOf(day, minute)), ...(jump === null ? [] : [jump])]
}

/** All instants at which the wall shows this minute: two in a repeated hour. */
function instantsOf(day: DateTime, minute: number): Instant[] {
  const date = day.plus({ days: Math.floor(minute / 1440) })
  const wall = date.set({
    hour: Math.floor((minute % 1440) / 60),
    minute: minute % 60,
    second: 0,
    millisecond: 0,
  })
  return wall.getPossibleOffsets().map(each => each.toMillis())
}

/** The minute at which the zone's offset changes on this day, by halving. */
function clockJump(day: DateTime): Instant | null {
  let before = day.startOf('day').toMillis()
  let after = day.plus({ days: 1 }).startOf('day').toMillis()
  const offsetAt = (at: Instant) => DateTime.fromMillis(at, { zone: day.zone }).offset
  const first = offsetAt(before)
  if (first === offsetAt(after)) return null
  while (after - before > 60_000) {
    const middle = before + Math.floor((after - before) / 120_000) * 60_000
    if (offsetAt(middle) === first) before = middle
    else after = middle
  }
  return after
}

function windowsOn(hours: Hours, day: DateTime): readonly CallWindow[] {
  const name = weekdays[day.weekday - 1]
  return (name && hours.windows[name]) ?? []
}

/** "Mon 09:00 Europe/Berlin". */
export const wallClock = (at: Instant, zone: string): string =>
  `${DateTime.fromMillis(at, { zone, locale: 'en' }).toFormat('ccc HH:mm')} ${zone}`
