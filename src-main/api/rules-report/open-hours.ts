import type { RulesReport } from '../../contract/compliance.ts'
import type { Instant } from '../../domain/ids.ts'
import { openDays, openMs, spansOf, together } from '../../domain/open-days.ts'
import type { Placed } from './placed.ts'

export const SHOWN_DAYS = 16
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Few places open when none of the larger ones does, and each takes its time to look at. */
const MOST_PLACES = 100

type Days = RulesReport['days']

/** Hours in which at least one place is open, for the next days and over a week, with the holidays that close some. */
export async function openHours(
  placed: readonly Placed[],
  zone: string,
  at: Instant,
): Promise<{ days: Days; hoursAWeek: number }> {
  const until = at + (SHOWN_DAYS + 1) * DAY_MS
  let spans: ReturnType<typeof together> = []
  for (const { calendar } of placed.slice(0, MOST_PLACES)) {
    spans = together(spans, spansOf(calendar, at, until))
    await othersFirst()
  }
  const days = openDays(spans, zone, at, SHOWN_DAYS).map(({ date, openMs: open }) => ({
    date,
    openHours: tenths(open),
    holidays: holidaysOn(date, placed),
  }))
  return { days, hoursAWeek: tenths(openMs(spans, at, at + 7 * DAY_MS)) }
}

const tenths = (ms: number): number => Math.round((ms / HOUR_MS) * 10) / 10

function holidaysOn(date: string, placed: readonly Placed[]): Days[number]['holidays'] {
  const found = new Map<string, { name: string; country: string; contacts: number }>()
  for (const { calendar, contacts, place } of placed) {
    const names = new Set(calendar.flatMap(({ closedOn }) => closedOn(date) ?? []))
    const country = place.country ?? ''
    for (const name of names) {
      const key = `${country} ${name}`
      const known = found.get(key) ?? { name, country, contacts: 0 }
      found.set(key, { ...known, contacts: known.contacts + contacts })
    }
  }
  return [...found.values()].sort((a, b) => b.contacts - a.contacts)
}

const othersFirst = () => new Promise<void>(resolve => setImmediate(resolve))
