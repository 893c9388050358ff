import type { BusinessHours } from './business-hours.ts'
import type { Holidays, Law } from './compliance/law.ts'
import type { Calendar, CalendarState, HoursLayer } from './hours.ts'
import type { Instant } from './ids.ts'
import type { Place } from './place.ts'
import { HORIZON, isOpen, nextClosing, nextOpening, type Schedule } from './schedule.ts'
import { dateOf, localDay } from './zone-clock.ts'

export interface CampaignHours {
  readonly schedule: Schedule
  /** Replace the windows and the zone of the schedule. */
  readonly businessHours: BusinessHours | null
  /** The campaign's own hours do not apply; the law's always do. */
  readonly hoursLifted: boolean
}

/** When calls of a campaign to a place may start: its own hours, and every hour that the law sets there. */
export const calendarOf = (
  campaign: CampaignHours,
  place: Place,
  law: Pick<Law, 'hours'>,
  holidays: Holidays,
): Calendar => [...campaignLayers(campaign, place, holidays), ...law.hours]

function campaignLayers(
  { schedule, businessHours, hoursLifted }: CampaignHours,
  place: Place,
  holidays: Holidays,
): readonly HoursLayer[] {
  if (hoursLifted) return []
  const layer: Omit<HoursLayer, 'zone'> = businessHours
    ? {
        windows: businessHours.windows,
        closedOn: closedDates(businessHours, holidays),
        by: { is: 'business-hours', name: businessHours.name },
      }
    : { windows: schedule.windows, closedOn: () => null, by: { is: 'campaign' } }
  const own = businessHours ? businessHours.zone : schedule.zone
  return (schedule.respectContactZone ? place.zones : [own]).map(zone => ({ ...layer, zone }))
}

/** Why business hours stay closed on a local date: the name of a closed day, or of a public holiday. */
export function closedDates(hours: BusinessHours, holidays: Holidays): (date: string) => string | null {
  const days = new Map(hours.closedDays.map(({ date, name }) => [date, name]))
  const at = hours.holidays
  return date => days.get(date) ?? (at ? holidays(at.country, at.region, date) : null)
}

/** What a calendar says at an instant, and until when. Looks a year ahead. */
export function calendarState(calendar: Calendar, at: Instant): CalendarState {
  const horizon = at + HORIZON
  if (calendar.every(layer => isOpen(layer, at)))
    return { open: true, until: closingOf(calendar, at, horizon) ?? horizon, opensAt: at, closedBy: null }
  const opensAt = openingOf(calendar, at, horizon)
  return { open: false, until: opensAt ?? horizon, opensAt, closedBy: closedBy(calendar, at) }
}

/** A time in which calls may start. */
export interface OpenTime {
  readonly from: Instant
  /** The first closed instant, or the end of the search. */
  readonly until: Instant
}

/** Every open time between two instants, in order. */
export function* openTimes(calendar: Calendar, from: Instant, limit: Instant): Generator<OpenTime> {
  for (let at = from; at < limit; ) {
    const opens = openingOf(calendar, at, limit)
    if (opens === null) return
    const until = closingOf(calendar, opens, limit) ?? limit
    yield { from: opens, until }
    at = until
  }
}

/** First instant at or after `at` at which all layers are open: the latest of their openings, until all agree. */
function openingOf(calendar: Calendar, at: Instant, limit: Instant): Instant | null {
  for (let from = at; from < limit; ) {
    let latest = from
    for (const layer of calendar) {
      const opens = nextOpening(layer, latest, limit)
      if (opens === null) return null
      latest = opens
    }
    if (latest === from) return from
    from = latest
  }
  return null
}

/** When the first layer closes; all are open at `at`. */
function closingOf(calendar: Calendar, at: Instant, limit: Instant): Instant | null {
  let first: Instant | null = null
  for (const layer of calendar) first = nextClosing(layer, at, first ?? limit) ?? first
  return first
}

/** The closed layer that opens last by itself. */
function closedBy(calendar: Calendar, at: Instant): CalendarState['closedBy'] {
  let last: { readonly layer: HoursLayer; readonly opensAt: number } | null = null
  for (const layer of calendar) {
    const opensAt = nextOpening(layer, at) ?? Number.POSITIVE_INFINITY
    if (opensAt > at && (last === null || opensAt > last.opensAt)) last = { layer, opensAt }
  }
  return last && { layer: last.layer, holiday: holidayBefore(last.layer, at, last.opensAt) }
}

/** The holiday without which the layer would open before `opensAt`. */
function holidayBefore(layer: HoursLayer, at: Instant, opensAt: number): string | null {
  const { zone, windows, closedOn } = layer
  const opensElse = nextOpening({ zone, windows }, at)
  if (opensElse === null || opensElse >= opensAt) return null
  // A window that runs over midnight belongs to the day before.
  const day = localDay(zone, opensElse)
  return closedOn(dateOf(day)) ?? closedOn(dateOf(day - 1))
}
