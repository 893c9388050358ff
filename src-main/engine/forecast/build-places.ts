import { calendarOf } from '../../domain/calendar.ts'
import type { ConsentNeed } from '../../domain/compliance/law.ts'
import type { PlaceId } from '../../domain/ids.ts'
import { consentNeed } from '../consent-need.ts'
import type { EngineRules } from '../engine-rules.ts'
import { areHoursLifted } from '../hours-lifted.ts'
import type { ForecastPlace } from './forecast-input.ts'
import type { ForecastRows } from './forecast-rows.ts'

/** The places of a campaign in the order in which they were asked for. */
export interface Places {
  index(place: PlaceId): number
  /** Kind of consent that the law or the campaign asks for there. */
  consent(index: number): ConsentNeed
  list(): readonly ForecastPlace[]
}

/** Hours and law are as of the beginning of the forecast, also where a rule ends meanwhile. */
export function buildPlaces(
  { campaign, places, at }: ForecastRows,
  { law, holidays }: EngineRules,
  consentOnFile: boolean,
): Places {
  const indexes = new Map<PlaceId, number>()
  const list: ForecastPlace[] = []
  const consents: ConsentNeed[] = []
  const { schedule, settings, businessHours } = campaign
  const hoursLifted = areHoursLifted(campaign)

  const add = (id: PlaceId): number => {
    const place = places.get(id)
    if (place === undefined) throw new Error(`there is no place ${id}`)
    const found = law({ place, purpose: settings.purpose, voice: 'automated', at })
    const calendar = hoursLifted
      ? []
      : calendarOf({ schedule, businessHours, hoursLifted }, place, found, holidays)
    list.push({ place, calendar, law: found })
    consents.push(consentOnFile ? 'none' : consentNeed(campaign, found))
    indexes.set(id, list.length - 1)
    return list.length - 1
  }
  return {
    index: id => indexes.get(id) ?? add(id),
    consent: index => consents[index] as ConsentNeed,
    list: () => list,
  }
}
