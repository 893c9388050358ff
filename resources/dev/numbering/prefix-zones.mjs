import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max'
import { zonesFor } from './clocks.mjs'
import { coarse, zonesOfPrefixes } from './corrections.mjs'

/** Countries with several zones outside North America: zones (joined by a space) → prefixes (the same). */
export function prefixZones(timezones, ownZones) {
  const corrected = new Map(timezones.filter(([prefix]) => !coarse.some(each => prefix.startsWith(each))))
  for (const [prefix, zones] of Object.entries(zonesOfPrefixes)) corrected.set(prefix, zones)
  return Object.fromEntries(
    getCountries()
      .filter(country => ownZones[country].length > 1 && getCountryCallingCode(country) !== '1')
      .map(country => [country, rowsOf(country, corrected, ownZones[country])]),
  )
}

function rowsOf(country, timezones, ownZones) {
  const calling = getCountryCallingCode(country)
  const own = new Map()
  for (const [prefix, zones] of timezones) {
    if (!prefix.startsWith(calling) || prefix === calling) continue
    const known = [...new Set(zones.flatMap(zone => zonesFor(zone, ownZones)))].sort()
    if (known.length > 0) own.set(prefix, known.join(' '))
  }
  const rows = {}
  for (const [prefix, zones] of [...own].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (zones === parentOf(prefix, own)) continue
    rows[zones] = rows[zones] ? `${rows[zones]} ${prefix}` : prefix
  }
  return rows
}

/** What the next shorter prefix says: the same need not be said twice. */
function parentOf(prefix, own) {
  for (let length = prefix.length - 1; length > 0; length--) {
    const zones = own.get(prefix.slice(0, length))
    if (zones) return zones
  }
}
