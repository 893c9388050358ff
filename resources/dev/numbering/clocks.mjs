import { getCountries } from 'libphonenumber-js/max'
import { IANAZone } from 'luxon'

/** Names of CLDR that the time-zone database has left behind. */
const renamed = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** Countries without zones in CLDR, or with more than their numbers reach by official time. */
const official = {
  AC: ['Atlantic/St_Helena'],
  CN: ['Asia/Shanghai'],
  TA: ['Atlantic/St_Helena'],
  UA: ['Europe/Kyiv'],
  XK: ['Europe/Belgrade'],
}

/** Better known than the first by name of those with the same clock. */
const known = ['America/Denver', 'America/Whitehorse']

const DAY_MS = 86_400_000
const from = Date.UTC(2026, 0, 1)
const noons = Array.from({ length: 3 * 366 }, (_, day) => from + (day + 0.5) * DAY_MS)
const clocks = new Map()

/** Equal for zones whose clocks show the same on every day of three years. */
const clockOf = zone => {
  const found = clocks.get(zone)
  if (found) return found
  const clock = noons.map(at => IANAZone.create(zone).offset(at)).join()
  clocks.set(zone, clock)
  return clock
}

const january = zone => IANAZone.create(zone).offset(from)

/** Country → its zones, one for each different clock: of equal ones the first that is `preferred`. */
export function zonesByCountry(preferred) {
  const zones = {}
  for (const country of getCountries().sort()) {
    const all = (official[country] ?? new Intl.Locale(`und-${country}`).getTimeZones()).map(current)
    const ranked = [
      ...all.filter(zone => known.includes(zone)),
      ...all.filter(zone => preferred.has(zone)),
      ...all,
    ]
    zones[country] = [...new Map(ranked.toReversed().map(zone => [clockOf(zone), zone])).values()].sort()
  }
  return zones
}

export const current = zone => renamed[zone] ?? zone

/** The zones of a country that a zone stands for, which may be another country's with the same time in January. */
export const zonesFor = (zone, own) => {
  const same = own.filter(each => clockOf(each) === clockOf(zone))
  return same.length > 0 ? same : own.filter(each => january(each) === january(zone))
}
