import { IANAZone } from 'luxon'
import type { Instant } from './ids.ts'

const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** In hours. */
const WEEK = 7 * 24

/** A time in which the wall clock of a zone runs evenly: local = UTC + offset, both in ms. */
export interface EvenTime {
  /** The offset may be another one from here on. */
  readonly until: Instant
  readonly offsetMs: number
}

// Since 1970 no zone has changed its offset twice within a week, so looking once a week misses none.
const STEP = 7 * DAY
const BLOCK = 52 * STEP
const MOST_BLOCKS = 2_000
const blocks = new Map<string, Map<number, readonly EvenTime[]>>()
let blockCount = 0

const MOST_DATES = 2_000
const dates = new Map<number, string>()

/** How the wall clock of a zone stands to UTC at an instant. A name that is no zone throws. */
export function evenTime(zone: string, at: Instant): EvenTime {
  const times = blockOf(zone, Math.floor(at / BLOCK))
  for (const time of times) if (at < time.until) return time
  throw new RangeError(`${at} is no instant`)
}

/** Local time in ms: what the wall shows, written as if it were UTC. */
export const localTime = (zone: string, at: Instant): number => at + evenTime(zone, at).offsetMs

/** Days since 1970-01-01 on the calendar of a zone. */
export const localDay = (zone: string, at: Instant): number => Math.floor(localTime(zone, at) / DAY)

/** Hours since Monday 0:00 on the wall of a zone, 0–167. 1970 began on a Thursday. */
export const hourOfWeek = (zone: string, at: Instant): number =>
  (((Math.floor(localTime(zone, at) / HOUR) + 3 * 24) % WEEK) + WEEK) % WEEK

/** First instant of a later local date; it is not always midnight, nor always the next date. */
export function dayEnd(zone: string, at: Instant): Instant {
  const today = localDay(zone, at)
  for (let time = evenTime(zone, at); ; time = evenTime(zone, time.until)) {
    const midnight = (today + 1) * DAY - time.offsetMs
    if (midnight < time.until) return midnight
    if (localDay(zone, time.until) > today) return time.until
  }
}

/** `2026-11-26` for days since 1970-01-01. */
export function dateOf(day: number): string {
  const known = dates.get(day)
  if (known !== undefined) return known
  if (dates.size >= MOST_DATES) dates.clear()
  const date = new Date(day * DAY).toISOString().slice(0, 10)
  dates.set(day, date)
  return date
}

function blockOf(zone: string, index: number): readonly EvenTime[] {
  const known = blocks.get(zone)?.get(index)
  if (known) return known
  if (++blockCount > MOST_BLOCKS) {
    blocks.clear()
    blockCount = 1
  }
  const times = evenTimes(zone, index * BLOCK)
  const ofZone = blocks.get(zone) ?? new Map<number, readonly EvenTime[]>()
  blocks.set(zone, ofZone.set(index, times))
  return times
}

function evenTimes(zone: string, from: Instant): readonly EvenTime[] {
  const offsetAt = offsetsOf(zone)
  const times: EvenTime[] = []
  let offset = offsetAt(from)
  for (let at = from; at < from + BLOCK; at += STEP) {
    const next = offsetAt(at + STEP)
    if (next === offset) continue
    times.push({ until: jumpBetween(offsetAt, at, at + STEP), offsetMs: offset })
    offset = next
  }
  times.push({ until: from + BLOCK, offsetMs: offset })
  return times
}

function offsetsOf(zone: string): (at: Instant) => number {
  const iana = IANAZone.create(zone)
  if (!iana.isValid) throw new RangeError(`${zone} is no time zone`)
  return at => iana.offset(at) * 60_000
}

/** The minute at which the offset changes, by halving. */
function jumpBetween(offsetAt: (at: Instant) => number, from: Instant, to: Instant): Instant {
  const first = offsetAt(from)
  let before = from / 60_000
  let after = to / 60_000
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle * 60_000) === first) before = middle
    else after = middle
  }
  return after * 60_000
}
