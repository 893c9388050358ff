import type { RulesReport } from '../../contract/compliance.ts'
import type { BusinessHours } from '../../domain/business-hours.ts'
import { calendarOf, calendarState } from '../../domain/calendar.ts'
import type { CampaignSettings } from '../../domain/campaign.ts'
import type { Instant } from '../../domain/ids.ts'
import type { Place } from '../../domain/place.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Rulebook } from '../../engine/rulebook.ts'
import type { WaitingPlace } from '../../store/read-campaign-places.ts'
import { type Consented, consentOf } from './consent-of.ts'
import { heldBack, type SkippedCounts } from './held-back.ts'
import { openHours } from './open-hours.ts'
import { othersFirst } from './others-first.ts'
import type { Placed } from './placed.ts'
import { shownPlaces } from './shown-places.ts'
import { takenByLaw } from './taken-by-law.ts'
import { ringRaised, rulesOf } from './which-rules.ts'

type Rules = Pick<Rulebook, 'law' | 'holidays'>

export interface RulesQuery {
  readonly at: Instant
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  readonly businessHours: BusinessHours | null
  readonly hoursLifted: boolean
  readonly waiting: readonly WaitingPlace[]
  readonly skipped: SkippedCounts
  /** Asked only where a place needs consent. */
  readonly consented: () => Promise<Consented>
  /** Practice people have given theirs. */
  readonly asksConsent: boolean
  readonly contacts: number
}

/** What law and schedule make of a campaign's contacts. Others have their turn between two places. */
export async function rulesReport(query: RulesQuery, rules: Rules): Promise<RulesReport> {
  const { at, settings, schedule, waiting, skipped } = query
  const placed: Placed[] = []
  for (const each of waiting) {
    placed.push(place(each, query, rules))
    await othersFirst()
  }
  const consent = await consentOf(query.asksConsent ? placed : [], settings, query.consented)
  const open = await openHours(placed.length > 0 ? placed : [somewhere(query, rules)], schedule.zone, at)
  const taken = takenByLaw(placed, query)
  const waits = waiting.reduce((sum, { contacts }) => sum + contacts, 0)
  return {
    at,
    contacts: query.contacts,
    callable: waits - consent.missing,
    ...shownPlaces(placed, schedule.zone, at),
    severalZones: placed.reduce(
      (sum, { place, contacts }) => sum + (place.zones.length > 1 ? contacts : 0),
      0,
    ),
    rules: rulesOf(placed),
    heldBack: heldBack({ skipped, consent, taken, days: open.days }),
    ringRaised: ringRaised(placed, settings),
    consent,
    taken: taken.times.map(({ day, from, to, weight }) => ({ day, from, to, contacts: weight })),
    hoursAWeek: open.hoursAWeek,
    days: open.days,
  }
}

function place(waiting: WaitingPlace, query: RulesQuery, { law, holidays }: Rules): Placed {
  const { at, settings } = query
  const found = law({ place: waiting.place, purpose: settings.purpose, voice: 'automated', at })
  // Nobody real is called on this machine, so the law's hours are lifted with the campaign's own.
  const calendar = query.hoursLifted ? [] : calendarOf(query, waiting.place, found, holidays)
  return { ...waiting, law: found, calendar, state: calendarState(calendar, at) }
}

/** Before there are contacts: the campaign's own hours. */
function somewhere(query: RulesQuery, { holidays }: Rules): Placed {
  const { schedule, at } = query
  const anywhere: Place = { country: null, region: null, zones: [schedule.zone], line: 'unknown' }
  const law = { hours: [], caps: [], pauses: [], abandonment: [], duties: [], rules: [] }
  const calendar = calendarOf(query, anywhere, law, holidays)
  return {
    id: 0 as Placed['id'],
    place: anywhere,
    contacts: 0,
    law: { ...law, minRing: null, consent: { need: 'none', rule: null } },
    calendar,
    state: calendarState(calendar, at),
  }
}
