import type { E164 } from '../domain/ids.ts'
import type { Place } from '../domain/place.ts'
import { isZone } from '../domain/schedule.ts'
import { lineOf, mainCountryOf, planOf } from './plan-of.ts'
import { areaCodeAt, sameClock, zonesOfCountry, zonesOfPrefix, zonesOfRegion } from './zones-of.ts'

/** What is known of a contact besides the number: its IANA zone, its region (ISO 3166-2 without the country). */
export interface OwnPlace {
  readonly zone?: string | null
  readonly region?: string | null
}

/**
 * Where a called line may be: area codes of North America tell state and zones; elsewhere a fixed line's prefix tells
 * its zones; any other line may be anywhere in its country. What the contact says narrows this where both agree. Where
 * they contradict each other all candidates stay, and the region counts as unknown.
 */
export function placeOf(number: E164, own: OwnPlace = {}): Place {
  const byNumber = placeOfNumber(number)
  const inRegion = own.region ? withRegion(byNumber, own.region.toUpperCase()) : byNumber
  return own.zone && isZone(own.zone) ? withZone(inRegion, own.zone, own.region != null) : inRegion
}

function placeOfNumber(number: E164): Place {
  const plan = planOf(number)
  const line = lineOf(plan)
  const country = plan.country ?? mainCountryOf(plan.callingCode)
  if (country === null) return { country, region: null, zones: ['Etc/UTC'], line }
  const area = plan.callingCode === '1' ? areaCodeAt(plan.national) : null
  if (area?.country === country) return { country, region: area.region, zones: area.zones, line }
  const zones = line === 'fixed' ? zonesOfPrefix(country, number.slice(1)) : null
  return { country, region: null, zones: zones ?? zonesOfCountry(country), line }
}

function withRegion(place: Place, region: string): Place {
  if (place.region === region) return place
  const there = place.country === null ? null : zonesOfRegion(place.country, region)
  if (place.region === null) return { ...place, region, zones: there ?? place.zones }
  return { ...place, region: null, zones: union(place.zones, there ?? []) }
}

function withZone(place: Place, zone: string, regionIsGiven: boolean): Place {
  if (has(place.zones, zone)) return { ...place, zones: [zone] }
  if (place.country === null || !has(zonesOfCountry(place.country), zone))
    return { ...place, zones: union(place.zones, [zone]) }
  return { ...place, region: regionIsGiven ? place.region : null, zones: [zone] }
}

const has = (zones: readonly string[], zone: string) => zones.some(each => sameClock(each, zone))
const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort()
