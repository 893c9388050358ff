import { IANAZone } from 'luxon'
import areaCodeRows from '../../resources/numbering/area-codes.json' with { type: 'json' }
import countryZones from '../../resources/numbering/country-zones.json' with { type: 'json' }
import prefixRows from '../../resources/numbering/prefix-zones.json' with { type: 'json' }

/** An area code of North America. */
export interface Area {
  readonly country: string
  /** `null` where provinces share it. */
  readonly region: string | null
  readonly zones: readonly string[]
}

const areas = new Map<string, Area>(
  areaCodeRows.flatMap(({ codes, ...area }) => codes.split(' ').map(code => [code, area])),
)

const countries = new Map<string, readonly string[]>(Object.entries(countryZones))

const prefixes = new Map<string, ReadonlyMap<string, readonly string[]>>(
  Object.entries(prefixRows).map(([country, rows]) => [country, flattened(rows)]),
)

const regions = new Map<string, readonly string[]>(
  [...Map.groupBy(areas.values(), ({ country, region }) => `${country}-${region}`)].map(([key, found]) => [
    key,
    [...new Set(found.flatMap(({ zones }) => zones))].sort(),
  ]),
)

export const areaCodeAt = (national: string): Area | null => areas.get(national.slice(0, 3)) ?? null

/** Sorted, one for each different clock of the country. */
export const zonesOfCountry = (country: string): readonly string[] => countries.get(country) ?? ['Etc/UTC']

/** Of a state or province; `null` where its country's regions are not known. */
export const zonesOfRegion = (country: string, region: string): readonly string[] | null =>
  regions.get(`${country}-${region}`) ?? null

const LONGEST_PREFIX = 8

/** Of a fixed line, by the longest prefix that is known; `digits` with calling code. */
export function zonesOfPrefix(country: string, digits: string): readonly string[] | null {
  const known = prefixes.get(country)
  if (!known) return null
  for (let length = LONGEST_PREFIX; length > 0; length--) {
    const zones = known.get(digits.slice(0, length))
    if (zones) return zones
  }
  return null
}

/** Whether two zones show the same time, winter and summer. */
export const sameClock = (a: string, b: string): boolean => a === b || clockOf(a) === clockOf(b)

const winter = Date.UTC(2026, 0, 15)
const summer = Date.UTC(2026, 6, 15)
const clocks = new Map<string, string>()

function clockOf(zone: string): string {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const clock = [winter, summer].map(at => IANAZone.create(zone).offset(at)).join()
  clocks.set(zone, clock)
  return clock
}

function flattened(rows: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(rows).flatMap(([zones, all]) => all.split(' ').map(prefix => [prefix, zones.split(' ')])),
  )
}
