import { moment } from '../../../format/time.ts'
import { rangesText, weekdays } from '../../../format/week.ts'
import { text } from '../../../text/text.ts'

const words = text.settings

/** `settings.maxRetries` → Further attempts. */
export const nameOfPart = (part: string): string => words.names[part] ?? part

const isInstant = (part: string) => part === 'schedule.startsAt' || part === 'schedule.endsAt'

/** A stored value in words, short enough for a cell. */
export function shownValue(part: string, value: unknown): string {
  if (value === null || value === '') return words.conflict.none
  if (typeof value === 'boolean') return value ? words.conflict.yes : words.conflict.no
  if (isInstant(part)) return moment(Number(value))
  if (part === 'settings.budgetMicros') return String(Number(value) / 1_000_000)
  if (part === 'schedule.windows') {
    const windows = value as Partial<Record<(typeof weekdays)[number], { from: number; to: number }[]>>
    return weekdays
      .map(
        day =>
          `${text.words.days[day].slice(0, 3)} ${rangesText(windows[day] ?? []) || text.schedule.week.noCalls}`,
      )
      .join('; ')
  }
  if (Array.isArray(value)) return String(value.length)
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, part]) => `${key} ${String(part)}`)
      .join(', ')
  return String(value)
}
