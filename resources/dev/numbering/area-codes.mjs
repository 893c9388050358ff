import { zonesFor } from './clocks.mjs'
import {
  canadian,
  countriesOfCodes,
  overlays,
  regionNames,
  regionsOfCodes,
  zonesOfCodes,
} from './corrections.mjs'

/** Rows of the area codes of the US and Canada that share region and zones. */
export function areaCodes(timezones, places, ownZones) {
  const zones = zonesByCode(timezones)
  const regions = regionsByCode(places)
  const rows = new Map()
  for (const [code, found] of [...zones].sort(([a], [b]) => a - b)) {
    const region = code in regionsOfCodes ? regionsOfCodes[code] : (regions.get(code) ?? null)
    const country = countriesOfCodes[code] ?? (region && (canadian.has(region) ? 'CA' : 'US'))
    if (!country || region === 'VI') continue
    const own = [...new Set([...found].flatMap(zone => zonesFor(zone, ownZones[country])))].sort()
    const key = [country, region, ...own].join(' ')
    rows.set(key, { country, region, zones: own, codes: [...(rows.get(key)?.codes ?? []), code] })
  }
  return [...rows.values()].map(row => ({ ...row, codes: row.codes.join(' ') }))
}

function zonesByCode(timezones) {
  const found = new Map()
  const add = (code, zones) => found.set(code, new Set([...(found.get(code) ?? []), ...zones]))
  for (const [prefix, zones] of timezones) if (/^1\d{3}/.test(prefix)) add(prefix.slice(1, 4), zones)
  for (const [code, zones] of Object.entries(zonesOfCodes)) found.set(code, new Set(zones))
  for (const together of overlays) {
    const all = together.flatMap(code => [...(found.get(code) ?? [])])
    for (const code of together) add(code, all)
  }
  return found
}

/** The state or province that nearly all places of an area code name; slips of the origin are few. */
function regionsByCode(places) {
  const votes = new Map()
  for (const [prefix, place] of places) {
    const region = /, ([A-Z]{2})$/.exec(place)?.[1] ?? regionNames[place]
    if (!region) continue
    const code = prefix.slice(0, 3)
    votes.set(code, [...(votes.get(code) ?? []), region])
  }
  return new Map([...votes].flatMap(([code, all]) => mostOf(all).map(region => [code, region])))
}

const mostOf = all =>
  [...new Set(all)].filter(each => all.filter(other => other === each).length >= 0.9 * all.length)
