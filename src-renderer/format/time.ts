import { locale } from './locale.ts'
import { workspaceZone, zoneName } from './zone.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(kind: string, options: Intl.DateTimeFormatOptions, zone = workspaceZone()) {
  const key = `${kind} ${zone}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, hourCycle: 'h23' })
  formats.set(key, made)
  return made
}

/** `10:42` */
export const clock = (at: number, zone?: string) =>
  format('clock', { hour: '2-digit', minute: '2-digit' }, zone).format(at)

/** `10:42:07`, for events. */
export const clockSeconds = (at: number) =>
  format('seconds', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at)

/** `Thu 19 Nov`, with the year only if it is not this one. */
export function day(at: number, zone?: string) {
  const year = format('year', { year: 'numeric' }, zone)
  const same = year.format(at) === year.format(Date.now())
  const form: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
  return format(same ? 'day' : 'day-year', same ? form : { ...form, year: 'numeric' }, zone)
    .format(at)
    .replaceAll(',', '')
}

/** `19 Nov` */
export const date = (at: number, zone?: string) =>
  format('date', { day: 'numeric', month: 'short' }, zone).format(at)

/** `Thu 19 Nov` of a calendar day (`2026-11-19`). */
export const dayOf = (localDate: string) => day(Date.parse(`${localDate}T12:00:00Z`), 'UTC')

/** `Thu 19` of a calendar day (`2026-11-19`), for narrow columns. */
export function shortDate(localDate: string) {
  const noon = Date.parse(`${localDate}T12:00:00Z`)
  const weekday = format('weekday', { weekday: 'short' }, 'UTC').format(noon)
  return `${weekday} ${Number(localDate.slice(8))}`
}

/** `Thursday 19 November` */
export const longDay = (at: number) =>
  format('long-day', { weekday: 'long', day: 'numeric', month: 'long' }).format(at)

/** `Thursday` */
export const weekdayOf = (at: number) => format('weekday-long', { weekday: 'long' }).format(at)

const dayNumber = (at: number, zone?: string) =>
  format('date-key', { year: 'numeric', month: '2-digit', day: '2-digit' }, zone).format(at)

export const isToday = (at: number, zone?: string) => dayNumber(at, zone) === dayNumber(Date.now(), zone)

/** `10:42` today, else `Thu 19 Nov 10:42`. */
export const moment = (at: number, zone?: string) =>
  isToday(at, zone) ? clock(at, zone) : `${day(at, zone)} ${clock(at, zone)}`

/** `10:42` today, `Wed 10:42` within six days, else `19 Nov`. */
export function shortMoment(at: number, zone?: string) {
  if (isToday(at, zone)) return clock(at, zone)
  if (Math.abs(Date.now() - at) < 6 * 86_400_000)
    return `${format('weekday', { weekday: 'short' }, zone).format(at)} ${clock(at, zone)}`
  return date(at, zone)
}

/** `10:42` today, else `19 Nov 10:42`, with the year only if it is not this one. */
export function dateTime(at: number) {
  if (isToday(at)) return clock(at)
  const year = format('year', { year: 'numeric' })
  const same = year.format(at) === year.format(Date.now())
  const shown = same
    ? date(at)
    : format('date-year', { day: 'numeric', month: 'short', year: 'numeric' }).format(at).replaceAll(',', '')
  return `${shown} ${clock(at)}`
}

/** A Monday. */
const weekBegins = Date.UTC(2026, 10, 23, 12)
const weekdaysInEnglish = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const weekdayIn = (english: string) =>
  format('weekday', { weekday: 'short' }, 'UTC').format(
    weekBegins + weekdaysInEnglish.indexOf(english) * 86_400_000,
  )

/**
 * `Thu 26 Nov 09:00 Berlin` of a wall clock with its zone as the engine writes it: `2026-11-26 09:00 Europe/Berlin`, or
 * `Thu 09:00 Europe/Berlin`.
 */
export function wallClock(written: string) {
  const [, weekday, hour, place] = /^(\w{3}) (\d{2}:\d{2}) (\S+)$/.exec(written) ?? []
  if (weekday && hour && place) return `${weekdayIn(weekday)} ${hour} ${zoneName(place)}`
  const [, date, time, zone] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) (\S+)$/.exec(written) ?? []
  if (!date || !time || !zone) return written
  const at = Date.parse(`${date}T${time}:00Z`)
  return `${day(at, 'UTC')} ${clock(at, 'UTC')} ${zoneName(zone)}`
}

/** Names the zone only where two could be meant. */
export const inZone = (zone: string) => (zone === workspaceZone() ? '' : ` ${zoneName(zone)}`)
