import type { AnalyticsChoices } from '../../../../../src-main/contract/analytics.ts'
import { date } from '../../../../format/time.ts'
import { text } from '../../../../text/text.ts'
import type { AnalyticsSearch } from '../search.ts'

const words = text.analytics.filters
const shown = (day: string) => date(Date.parse(`${day}T12:00:00Z`), 'UTC')

/** The days that are looked at: `2 Nov to 19 Nov`. */
export function periodWords({ zone, first, last }: AnalyticsChoices, { from, to }: AnalyticsSearch): string {
  if (from !== undefined && from === to) return shown(from)
  if (from !== undefined || to !== undefined) return words.between(from && shown(from), to && shown(to))
  if (first === null || last === null) return words.allDays
  const [begun, ended] = [date(first, zone), date(last, zone)]
  return begun === ended ? begun : words.between(begun, ended)
}
