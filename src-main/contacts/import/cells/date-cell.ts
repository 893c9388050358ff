import type { Instant } from '../../../domain/ids.ts'

/** Countries that write the month first. */
const monthFirst: ReadonlySet<string> = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'PR', 'GU', 'VI', 'AS', 'MP'])

const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/
const yearLast = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})(?:,? (\d{1,2}):(\d{2})(?::\d{2})?)?$/

/**
 * A date as people write it, `2026-09-03`, `03.09.2026` or `9/3/2026`, as noon UTC of that day: the same day wherever it
 * is read. `null`: none, or no day that exists.
 * @param country ISO 3166-1 alpha-2: whether `9/3/2026` is in September
 */
export function dateCell(text: string, country: string): Instant | null {
  const first = yearFirst.exec(text)
  if (first) return noon(Number(first[1]), Number(first[2]), Number(first[3]))
  const last = yearLast.exec(text)
  if (!last) return null
  const [a, b] = [Number(last[1]), Number(last[2])]
  const year = Number(last[3]) + (last[3]?.length === 2 ? 2000 : 0)
  const swapped = text.includes('/') && monthFirst.has(country)
  return swapped ? noon(year, a, b) : noon(year, b, a)
}

function noon(year: number, month: number, day: number): Instant | null {
  const at = new Date(Date.UTC(year, month - 1, day, 12))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() : null
}
