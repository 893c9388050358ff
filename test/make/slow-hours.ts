import type { HoursLayer } from '../../src-main/domain/hours.ts'

/**
 * The same question as the calendar's, answered the slow way and by other means: what does the wall clock show right
 * now, by Intl alone, and does today's or yesterday's page of the diary hold that minute?
 */
export const slowlyOpen = (layers: readonly Layer[], at: number): boolean =>
  layers.every(layer => layerOpen(layer, at))

type Layer = Pick<HoursLayer, 'zone' | 'windows' | 'closedOn'>

function layerOpen({ zone, windows, closedOn }: Layer, at: number): boolean {
  const { date, weekday, minute } = wallOf(zone, at)
  const yesterday = new Date(Date.parse(`${date}T12:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const on = (day: string, name: string) =>
    closedOn(day) === null ? (windows[name as keyof typeof windows] ?? []) : []
  return (
    on(date, weekday).some(({ from, to }) => minute >= from && (minute < to || to <= from)) ||
    on(yesterday, dayBefore(weekday)).some(({ from, to }) => to <= from && minute < to)
  )
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const dayBefore = (name: string): string => names[(names.indexOf(name) + 6) % 7] ?? ''

const formats = new Map<string, Intl.DateTimeFormat>()

/** What a clock and a calendar on the wall show: `2026-11-26`, `thu`, minutes since midnight. */
export function wallOf(zone: string, at: number) {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  formats.set(zone, format)
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: parts.weekday?.toLowerCase() ?? '',
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  }
}
