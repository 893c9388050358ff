// Writes the tables under resources/numbering/; how and from what is in the README there.
// node resources/dev/numbering/make.mjs <folder of the unpacked package>
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaCodes } from './area-codes.mjs'
import { current, zonesByCountry } from './clocks.mjs'
import { readFlatBson } from './flat-bson.mjs'
import { prefixZones } from './prefix-zones.mjs'

const origin = process.argv[2]
if (!origin) throw new Error('Name the folder of the unpacked package.')

const timezones = readFlatBson(join(origin, 'resources/timezones.bson')).map(([prefix, zones]) => [
  prefix,
  zones.split('&').map(current),
])
const places = readFlatBson(join(origin, 'resources/geocodes/en/1.bson'))
const ownZones = zonesByCountry(new Set(timezones.flatMap(([, zones]) => zones)))

const write = (name, table) =>
  writeFileSync(join(import.meta.dirname, '../../numbering', name), `${JSON.stringify(table, null, 2)}\n`)

write('country-zones.json', ownZones)
write('area-codes.json', areaCodes(timezones, places, ownZones))
write('prefix-zones.json', prefixZones(timezones, ownZones))
