import { join } from 'node:path'
import { DateTime } from 'luxon'
import { calendarState } from '../../../src-main/domain/calendar.ts'
import type { Law, LawQuery } from '../../../src-main/domain/compliance/law.ts'
import { lawFor } from '../../../src-main/domain/compliance/law-for.ts'
import type { Place } from '../../../src-main/domain/place.ts'
import { createHolidays } from '../../../src-main/numbering/holidays.ts'
import { readProfiles } from '../../../src-main/numbering/read-profiles.ts'

/** The profiles as they are shipped. */
export const profiles = await readProfiles(join(import.meta.dirname, '../../../resources'))
export const holidays = createHolidays()

export interface Asked extends Partial<Omit<LawQuery, 'at' | 'place'>> {
  readonly country: string | null
  readonly region?: string | null
  readonly zones?: readonly string[]
  readonly line?: Place['line']
  /** Local date, for rules that begin or end. */
  readonly on?: string
}

export const queryOf = (asked: Asked): LawQuery => {
  const zones = asked.zones ?? ['America/New_York']
  return {
    place: { country: asked.country, region: asked.region ?? null, zones, line: asked.line ?? 'unknown' },
    purpose: asked.purpose ?? 'information',
    voice: asked.voice ?? 'automated',
    at: local(`${asked.on ?? '2026-09-15'} 12:00`, zones[0] ?? 'UTC'),
  }
}

export const law = (asked: Asked): Law => lawFor(queryOf(asked), profiles, holidays)

export const local = (time: string, zone: string): number =>
  DateTime.fromFormat(time, 'yyyy-MM-dd HH:mm', { zone }).toMillis()

// An ordinary week of 2026 without a holiday in any of the countries.
const days = { mon: '14', tue: '15', wed: '16', thu: '17', fri: '18', sat: '19', sun: '20' }
export type Day = keyof typeof days

export const isOpenAt = ({ hours }: Law, time: string, zone = 'America/New_York'): boolean =>
  calendarState(hours, local(time, zone)).open

/** Open hours of a day as `9:00-20:00`, to the quarter of an hour. */
export const openHours = (found: Law, day: Day, zone = 'America/New_York'): string =>
  openHoursOn(found, `2026-09-${days[day]}`, zone)

export function openHoursOn(found: Law, date: string, zone = 'America/New_York'): string {
  const start = local(`${date} 00:00`, zone)
  const quarters = Array.from({ length: 97 }, (_, quarter) => ({
    minute: quarter * 15,
    open: quarter < 96 && calendarState(found.hours, start + quarter * 900_000).open,
  }))
  const edges = quarters.filter(({ open }, index) => open !== (quarters[index - 1]?.open ?? false))
  const times = edges.map(
    ({ minute }) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`,
  )
  return times
    .map((time, index) => (index % 2 === 0 ? time : `-${time} `))
    .join('')
    .trim()
}

/** `3 in 24 h per number`. */
export const capsOf = ({ caps }: Law): string[] =>
  [
    ...new Set(
      caps.map(({ attempts, withinMs, per }) => `${attempts} in ${withinMs / 3_600_000} h per ${per}`),
    ),
  ].sort()
