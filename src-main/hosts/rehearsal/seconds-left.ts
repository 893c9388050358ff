import type { RehearsalProgress } from './campaign-rehearsal.ts'

/** Before so many calls are over, the pace is a guess. */
const FIRST_CALLS = 5

/** Real time until all calls that the forecast expects are over, at the pace so far; `null`: not known yet. */
export function secondsLeft({ calls, active, seconds, expected }: RehearsalProgress): number | null {
  const over = calls - active
  if (over < FIRST_CALLS) return null
  return Math.max(0, (seconds * (expected.calls - over)) / over)
}
