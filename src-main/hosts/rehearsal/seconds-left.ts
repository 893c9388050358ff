import type { RehearsalProgress } from './campaign-rehearsal.ts'

/** Before so many calls are over, the pace is a guess. */
const FIRST_CALLS = 5

/**
 * Real time until all calls that the forecast expects are over, at the pace so far; `null`: not known yet. Calls in
 * progress count half: left out, the first minute would look far too slow.
 */
export function secondsLeft({ calls, active, seconds, expected }: RehearsalProgress): number | null {
  if (calls - active < FIRST_CALLS) return null
  const made = calls - active / 2
  return Math.max(0, (seconds * (expected.calls - made)) / made)
}
