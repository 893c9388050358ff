import type { Instant } from './ids.ts'

export const HOUR = 3_600_000

/**
 * When the next call fits into the sliding hour; `null`: now. Starts from more than an hour ahead show that the clock
 * was set back, and nobody waits for them.
 * @param starts of the campaign's calls of the last hour at least, in any order
 */
export function hourlyFreeAt(starts: readonly Instant[], perHour: number, now: Instant): Instant | null {
  const counted = starts.filter(start => start > now - HOUR && start <= now + HOUR).sort((a, b) => a - b)
  const first = counted.at(-perHour)
  return counted.length < perHour || first === undefined ? null : first + HOUR
}
