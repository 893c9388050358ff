import { openTimes } from './calendar.ts'
import type { Calendar } from './hours.ts'
import type { Instant } from './ids.ts'
import { dateOf, dayEnd, localDay } from './zone-clock.ts'

export interface OpenDay {
  /** Local date: `2026-11-26`. */
  readonly date: string
  /** Ms of it in which at least one calendar is open. */
  readonly openMs: number
}

interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** Open times of all calendars together, from `from` for so many days of a zone; the first day is what is left of it. */
export function openDays(
  spans: readonly Span[],
  zone: string,
  from: Instant,
  days: number,
): readonly OpenDay[] {
  const result: OpenDay[] = []
  let begin = from
  for (let day = 0; day < days; day++) {
    const end = dayEnd(zone, begin)
    result.push({ date: dateOf(localDay(zone, begin)), openMs: openMs(spans, begin, end) })
    begin = end
  }
  return result
}

/** Length of the times within [from, until). */
export const openMs = (spans: readonly Span[], from: Instant, until: Instant): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.until, until) - Math.max(span.from, from)), 0)

/** Times in which one of both is open; both sorted and apart. */
export function together(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of [...a, ...b].sort((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last === undefined || last.until < span.from) result.push(span)
    else if (last.until < span.until) result[result.length - 1] = { from: last.from, until: span.until }
  }
  return result
}

export const spansOf = (calendar: Calendar, from: Instant, until: Instant): readonly Span[] => [
  ...openTimes(calendar, from, until),
]
