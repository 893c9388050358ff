import type { RulesReport } from '../../contract/compliance.ts'
import type { Instant } from '../../domain/ids.ts'
import { type OpenDay, openDays, openMs, spansOf, together } from '../../domain/open-days.ts'
import { othersFirst } from './others-first.ts'
import type { Placed } from './placed.ts'

const SHOWN_DAYS = 16
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Few places open when none of the larger ones does, and each takes its time to look at. */
const MOST_PLACES = 100

type Days = RulesReport['days']
type Holiday = Days[number]['holidays'][number]

/** Hours in which at least one place is open, for the next days and over a week, with the holidays that close some. */
export async function openHours(
  placed: readonly Placed[],
  zone: string,
  at: Instant,
): Promise<{ days: Days; hoursAWeek: number }> {
  const until = at + (SHOWN_DAYS + 1) * DAY_MS
  const shown = openDays([], zone, at, SHOWN_DAYS)
  const holidays = new Map(shown.map(({ date }) => [date, new Map<string, Holiday>()]))
  let spans: ReturnType<typeof together> = []
  for (const each of placed.slice(0, MOST_PLACES)) {
    spans = together(spans, spansOf(each.calendar, at, until))
    addHolidays(holidays, each)
    await othersFirst()
  }
  const dayOf = ({ date, openMs: open }: OpenDay) => ({
    date,
    openHours: tenths(open),
    holidays: [...(holidays.get(date)?.values() ?? [])].sort((a, b) => b.contacts - a.contacts),
  })
  return {
    days: openDays(spans, zone, at, SHOWN_DAYS).map(dayOf),
    hoursAWeek: tenths(openMs(spans, at, at + 7 * DAY_MS)),
  }
}

const tenths = (ms: number): number => Math.round((ms / HOUR_MS) * 10) / 10

function addHolidays(
  days: ReadonlyMap<string, Map<string, Holiday>>,
  { calendar, contacts, place }: Placed,
): void {
  const country = place.country ?? ''
  for (const [date, found] of days)
    for (const name of new Set(calendar.flatMap(({ closedOn }) => closedOn(date) ?? []))) {
      const key = `${country} ${name}`
      found.set(key, { name, country, contacts: (found.get(key)?.contacts ?? 0) + contacts })
    }
}
