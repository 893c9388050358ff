import HolidayTable from 'date-holidays'

export interface HolidayPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly name: string
  /** ISO 3166-2 subdivisions without their country, where holidays differ. */
  readonly regions: readonly { readonly code: string; readonly name: string }[]
}

/** Where public holidays are known, by the English name. */
export function holidayPlaces(): readonly HolidayPlace[] {
  const table = new HolidayTable()
  return Object.entries(table.getCountries('en'))
    .map(([country, name]) => ({
      country,
      name,
      regions: Object.entries(table.getStates(country, 'en') ?? {}).map(([code, region]) => ({
        code,
        name: region,
      })),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
