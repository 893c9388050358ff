import type { Holidays } from '../domain/compliance/law.ts'

const MOST = 12
const HORIZON_DAYS = 732
const DAY_MS = 86_400_000

/** The next twelve public holidays from a local date on, looking two years ahead. */
export function nextHolidays(
  holidays: Holidays,
  { country, region }: { readonly country: string; readonly region: string | null },
  from: string,
): { date: string; name: string }[] {
  const found: { date: string; name: string }[] = []
  for (let day = 0; day < HORIZON_DAYS && found.length < MOST; day++) {
    const date = new Date(Date.parse(from) + day * DAY_MS).toISOString().slice(0, 10)
    const name = holidays(country, region, date)
    if (name !== null) found.push({ date, name })
  }
  return found
}
