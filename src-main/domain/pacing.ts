import type { Instant } from './ids.ts'

// Spacings are rounded up to whole milliseconds, as every `Instant` is one.

/**
 * Earliest next start after a pause. A clock that was set back does not prolong the pause, and time that was slept
 * through is not made up for.
 */
export const afterPause = (lastStart: Instant | null, pauseMs: number, now: Instant): Instant =>
  lastStart === null ? now : Math.min(lastStart, now) + Math.ceil(pauseMs)

/**
 * Slots of an even rate. A start that is late by less than one spacing keeps the grid, so the rate is met; a later
 * one begins a new grid, so there is no burst.
 */
export function takeSlot(slot: Instant | null, spacingMs: number, now: Instant): Instant {
  if (slot === null || slot > now) return now
  const next = slot + Math.ceil(spacingMs)
  return now - next < spacingMs && next <= now ? next : now
}
