import type { Instant } from './ids.ts'

export const HOUR = 3_600_000

/**
 * When the next call fits into the sliding hour; `null`: now. Starts from more than an hour ahead show that the clock
 * was set back, and nobody waits for them.
 * @param starts of the campaign's calls, oldest first; the last `perHour` are enough.
 */
export function hourlyFreeAt(starts: readonly Instant[], perHour: number, now: Instant): Instant | null {
  const counted = starts.filter(start => start > now - HOUR && start <= now + HOUR)
  const first = counted.at(-perHour)
  return counted.length < perHour || first === undefined ? null : first + HOUR
}
