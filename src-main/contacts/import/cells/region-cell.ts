import { holidayPlaces } from '../../../numbering/holiday-places.ts'
import { zonesOfRegion } from '../../../numbering/zones-of.ts'

/** Country → name or code, in lower case → ISO 3166-2 without its country. Read when first asked. */
let regions: ReadonlyMap<string, ReadonlyMap<string, string>> | null = null

/** A state or province of a country: `NY`, `US-NY` or `New York`; `null`: not understood. */
export function regionCell(text: string, country: string): string | null {
  const written = text.trim()
  const code = written.toUpperCase().replace(new RegExp(`^${country}-`), '')
  if (zonesOfRegion(country, code) !== null) return code
  regions ??= readRegions()
  return regions.get(country)?.get(code.toLowerCase()) ?? null
}

const readRegions = () =>
  new Map(
    holidayPlaces().map(place => [
      place.country,
      new Map(
        place.regions.flatMap(({ code, name }) => [
          [code.toLowerCase(), code.toUpperCase()],
          [name.toLowerCase(), code.toUpperCase()],
        ]),
      ),
    ]),
  )
