import { calendarState } from '../../domain/calendar.ts'
import type { Instant } from '../../domain/ids.ts'
import { partOfDay, partsOfDay, planRetry, type RetryQuestion } from '../../domain/retry-plan.ts'

/** `planRetry` for one place, remembered. */
export type RetryTimes = (question: RetryQuestion) => Instant

/** Zones change their clocks and parts of the day begin at whole quarters of an hour, UTC. */
const QUARTER = 15 * 60_000
const MOST_KNOWN = 20_000
/** More attempts than this are asked about one by one. */
const MOST_TRIES = 3

/**
 * Within a quarter of an hour that is all open or all closed, and for the same parts of the day tried before, a retry
 * stays where it is or goes to the same later time: so each is asked about once, not once per contact.
 */
export function createRetryTimes(): RetryTimes {
  const known = new Map<number, Instant | 'stays'>()
  return question => {
    const { earliest, past, vary, calendar, zone } = question
    if (past.length > MOST_TRIES) return planRetry(question)
    const quarter = Math.floor(earliest / QUARTER)
    const key = quarter * PATTERNS + (vary ? patternOf(past, zone) : 0)
    let answer = known.get(key)
    if (answer === undefined) {
      const from = quarter * QUARTER
      if (calendarState(calendar, from).until < from + QUARTER) return planRetry(question)
      const at = planRetry({ ...question, earliest: from })
      answer = at === from ? 'stays' : at
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(key, answer)
    }
    return answer === 'stays' ? earliest : answer
  }
}

const BASE = partsOfDay.length + 1
const PATTERNS = BASE ** MOST_TRIES

/** Which parts of the day were tried, in their order; 0: none. */
const patternOf = (past: readonly Instant[], zone: string): number =>
  past.reduce((pattern, at) => pattern * BASE + partsOfDay.indexOf(partOfDay(at, zone)) + 1, 0)
