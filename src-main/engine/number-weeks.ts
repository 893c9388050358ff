import type { Instant, NumberId } from '../domain/ids.ts'
import { type NumberDay, SCORE_DAYS } from '../domain/spam-evidence.ts'
import { DAY, dayEnd, localDay } from '../domain/zone-clock.ts'
import type { ReadNumberDay, WatchedNumber } from './ports/number-book.ts'

/** The last days of the caller IDs, read in small pieces; days that are over are read once. */
export interface NumberWeeks {
  /** `null`: a day could not be read, and a score without it would be wrong. */
  read(
    numbers: readonly WatchedNumber[],
    now: Instant,
  ): Promise<ReadonlyMap<NumberId, readonly NumberDay[]> | null>
}

// By then every call that began on a day has ended and told its result.
const SETTLED_MS = 6 * 3_600_000
// Reading a day costs about as much as so many calls and its own.
const DAY_COST = 20

export function createNumberWeeks(
  readDay: ReadNumberDay,
  giveWay: (cost: number) => Promise<void>,
): NumberWeeks {
  let kept = new Map<string, NumberDay>()

  const readSpan = async (number: NumberId, { from, to }: Span): Promise<NumberDay | null> => {
    const day = await readDay(number, from, to)
    await giveWay(DAY_COST + (day?.started ?? 0))
    return day
  }

  return {
    read: async (numbers, now) => {
      const stillKept = new Map<string, NumberDay>()
      const weeks = new Map<NumberId, readonly NumberDay[]>()
      for (const { id, zone, scoredFrom } of numbers) {
        const week: NumberDay[] = []
        for (const span of daysOf(zone, scoredFrom, now)) {
          const key = `${id} ${span.from} ${span.to}`
          const day = kept.get(key) ?? (await readSpan(id, span))
          if (day === null) return null
          if (span.to < now - SETTLED_MS) stillKept.set(key, day)
          week.push(day)
        }
        weeks.set(id, week)
      }
      kept = stillKept
      return weeks
    },
  }
}

interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** The local days that count, today last; what came before the number's return is left out. */
function daysOf(zone: string, scoredFrom: Instant, now: Instant): readonly Span[] {
  const spans: Span[] = []
  const first = localDay(zone, now) - SCORE_DAYS + 1
  // From the day before the first: its end is where the first begins, whatever the clock did in between.
  for (let from = dayEnd(zone, now - SCORE_DAYS * DAY); from <= now; ) {
    const to = dayEnd(zone, from)
    if (localDay(zone, from) >= first && to > scoredFrom) spans.push({ from: Math.max(from, scoredFrom), to })
    from = to
  }
  return spans
}
