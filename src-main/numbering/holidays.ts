import HolidayTable from 'date-holidays'
import type { Holidays } from '../domain/compliance/law.ts'

/**
 * Public holidays and the days on which they are observed, from date-holidays. A region that the library does not know
 * has its country's; a country that it does not know has none. Tables are made once per place and year.
 */
export function createHolidays(): Holidays {
  const places = new Map<string, (date: string) => string | null>()
  return (country, region, date) => {
    const key = `${country}-${region}`
    const known = places.get(key)
    if (known) return known(date)
    const found = holidaysAt(country, region)
    places.set(key, found)
    return found(date)
  }
}

const DAY_MS = 86_400_000

function holidaysAt(country: string, region: string | null): (date: string) => string | null {
  const options = { types: ['public' as const], languages: ['en'] }
  const table =
    region === null ? new HolidayTable(country, options) : new HolidayTable(country, region, options)
  const names = new Map<string, string>()
  const read = new Set<number>()

  const readYear = (year: number) => {
    if (read.has(year)) return
    read.add(year)
    for (const { date, start, end, name } of table.getHolidays(year) || [])
      for (const day of daysFrom(date.slice(0, 10), end.getTime() - start.getTime()))
        if (!names.has(day)) names.set(day, name)
  }

  return date => {
    const year = Number(date.slice(0, 4))
    // New Year's Day may be observed in December, and a feast of several days may cross the year.
    for (const each of [year - 1, year, year + 1]) readYear(each)
    return names.get(date) ?? null
  }
}

const daysFrom = (date: string, lengthMs: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(lengthMs / DAY_MS - 0.05)) }, (_, day) =>
    new Date(Date.parse(date) + day * DAY_MS).toISOString().slice(0, 10),
  )
