import type { Instant } from './ids.ts'

// Spacings are rounded up to whole milliseconds, as every `Instant` is one.

/**
 * Earliest next start after a pause; time that was slept through is not made up for. A last start in the future shows
 * that the clock was set back: by more than one pause, and nobody waits for it.
 */
export function afterPause(lastStart: Instant | null, pauseMs: number, now: Instant): Instant {
  if (lastStart === null || lastStart - now > pauseMs) return now
  return lastStart + Math.ceil(pauseMs)
}

/**
 * Slots of an even rate. A start that is late by less than one spacing keeps the grid, so the rate is met; a later
 * one begins a new grid, so there is no burst.
 */
export function takeSlot(slot: Instant | null, spacingMs: number, now: Instant): Instant {
  if (slot === null || slot > now) return now
  const next = slot + Math.ceil(spacingMs)
  return now - next < spacingMs && next <= now ? next : now
}
