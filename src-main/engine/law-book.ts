import { calendarOf, calendarState } from '../domain/calendar.ts'
import type { AbandonmentCap, Holidays, Law, LawQuery } from '../domain/compliance/law.ts'
import type { Calendar, CalendarState } from '../domain/hours.ts'
import type { CampaignId, Instant, PlaceId } from '../domain/ids.ts'
import type { Place } from '../domain/place.ts'
import { areHoursLifted } from './hours-lifted.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

/** What holds for calls of a campaign to a place. */
export interface PlaceRules {
  readonly place: Place
  readonly law: Law
  readonly calendar: Calendar
  /** JSON list of the ids of all legal rules that were asked, for the decision log. */
  readonly asked: string
}

/** The rules, and what the calendar says now. */
export interface PlaceNow extends PlaceRules {
  readonly state: CalendarState
}

/** Laws and calendars of the places that are called, worked out once for a while. */
export interface LawBook {
  at(
    tx: Pick<EngineTransaction, 'place'>,
    campaign: CampaignRecord,
    place: PlaceId,
    now: Instant,
  ): Promise<PlaceNow>
  /** The law's caps on abandoned calls, of all places of a campaign that were asked about. */
  abandonment(campaign: CampaignRecord): readonly AbandonmentCap[]
  /** The rules themselves have changed. */
  forget(): void
}

export interface LawBookParts {
  readonly law: (query: LawQuery) => Law
  readonly holidays: Holidays
}

// Rules come into force and end with a date, so they are asked anew every hour.
const HOUR = 3_600_000
const MOST_CAMPAIGNS = 200

interface Page {
  readonly campaign: CampaignRecord
  readonly places: Map<PlaceId, Entry>
  abandonment: readonly AbandonmentCap[]
}

interface Entry {
  readonly rules: PlaceRules
  readonly from: Instant
  readonly until: Instant
  state: CalendarState
  stateFrom: Instant
}

export function createLawBook({ law, holidays }: LawBookParts): LawBook {
  const pages = new Map<CampaignId, Page>()
  const known = new Map<PlaceId, Place>()

  const pageOf = (campaign: CampaignRecord): Page => {
    const page = pages.get(campaign.id)
    if (page && sameHours(page.campaign, campaign)) return page
    if (pages.size >= MOST_CAMPAIGNS) pages.clear()
    const fresh: Page = { campaign, places: new Map<PlaceId, Entry>(), abandonment: [] }
    pages.set(campaign.id, fresh)
    return fresh
  }
  const placeOf = async (tx: Pick<EngineTransaction, 'place'>, id: PlaceId): Promise<Place> => {
    const place = known.get(id) ?? (await tx.place(id))
    known.set(id, place)
    return place
  }
  const work = (campaign: CampaignRecord, place: Place, now: Instant): Entry => {
    const rules = rulesFor(campaign, place, now)
    const from = now - (now % HOUR)
    return { rules, from, until: from + HOUR, state: calendarState(rules.calendar, now), stateFrom: now }
  }
  const rulesFor = (campaign: CampaignRecord, place: Place, at: Instant): PlaceRules => {
    const found = law({ place, purpose: campaign.settings.purpose, voice: 'automated', at })
    const hoursLifted = areHoursLifted(campaign)
    // Nobody real is called on this machine, so the law's hours are lifted with the campaign's own.
    const calendar = hoursLifted
      ? []
      : calendarOf(
          { schedule: campaign.schedule, businessHours: campaign.businessHours, hoursLifted },
          place,
          found,
          holidays,
        )
    return { place, law: found, calendar, asked: JSON.stringify(found.rules.map(({ id }) => id).sort()) }
  }

  return {
    at: async (tx, campaign, id, now) => {
      const page = pageOf(campaign)
      const { places } = page
      let entry = places.get(id)
      if (entry === undefined || now < entry.from || now >= entry.until) {
        entry = work(campaign, await placeOf(tx, id), now)
        places.set(id, entry)
        page.abandonment = withCaps(page.abandonment, entry.rules.law.abandonment)
      } else if (now < entry.stateFrom || now >= entry.state.until) {
        entry.state = calendarState(entry.rules.calendar, now)
        entry.stateFrom = now
      }
      return { ...entry.rules, state: entry.state }
    },
    abandonment: campaign => pageOf(campaign).abandonment,
    forget: () => pages.clear(),
  }
}

/** The same list where nothing is new. */
function withCaps(
  known: readonly AbandonmentCap[],
  more: readonly AbandonmentCap[],
): readonly AbandonmentCap[] {
  const fresh = more.filter(
    cap => !known.some(({ share, withinMs }) => share === cap.share && withinMs === cap.withinMs),
  )
  return fresh.length === 0 ? known : [...known, ...fresh]
}

/** Nothing that its calendars depend on differs; the store hands out the same objects for the same settings. */
const sameHours = (a: CampaignRecord, b: CampaignRecord): boolean =>
  a.schedule === b.schedule &&
  a.settings.purpose === b.settings.purpose &&
  areHoursLifted(a) === areHoursLifted(b) &&
  a.businessHours?.name === b.businessHours?.name &&
  a.businessHours?.zone === b.businessHours?.zone &&
  a.businessHours?.windows === b.businessHours?.windows &&
  a.businessHours?.holidays === b.businessHours?.holidays &&
  a.businessHours?.closedDays === b.businessHours?.closedDays
