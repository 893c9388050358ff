import type { E164, Instant } from './ids.ts'

/**
 * Protects contacts from a trunk that fails: instead of burning through the list, a trunk is held and one call at a
 * time is let through as a probe.
 *
 *   closed ──5 numbers in a row fail──▶ held ──wait over──▶ probing ──call gets through──▶ closed
 *                                         ▲                    │
 *                                         └────── fails ───────┘  (wait doubles, 30 s at most)
 */
export type Breaker =
  | { readonly is: 'closed'; readonly failed: readonly E164[] }
  | {
      readonly is: 'held'
      readonly since: Instant
      readonly until: Instant
      readonly tries: number
      readonly why: string
    }
  | { readonly is: 'probing'; readonly since: Instant; readonly tries: number; readonly why: string }

export const closedBreaker: Breaker = { is: 'closed', failed: [] }

/** Different numbers that must fail in a row: one number that the trunk always refuses does not condemn it. */
export const TRIP_AFTER = 5
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 30_000

export const waitMs = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS)

/** A call failed by the trunk's fault before any phone can have rung. */
export function callFailed(breaker: Breaker, number: E164, why: string, now: Instant): Breaker {
  if (breaker.is === 'held') return breaker
  if (breaker.is === 'probing') return hold(breaker.since, breaker.tries + 1, why, now)
  const failed = breaker.failed.includes(number) ? breaker.failed : [...breaker.failed, number]
  return failed.length >= TRIP_AFTER ? hold(now, 0, why, now) : { is: 'closed', failed }
}

/** Nothing could be sent at all: no need to count. */
export const trunkUnusable = (breaker: Breaker, why: string, now: Instant): Breaker =>
  breaker.is === 'closed' ? hold(now, 0, why, now) : hold(breaker.since, breaker.tries + 1, why, now)

const hold = (since: Instant, tries: number, why: string, now: Instant): Breaker => ({
  is: 'held',
  since,
  until: now + waitMs(tries),
  tries,
  why,
})

/** The trunk reached somebody, or came back by its own account. */
export const trunkWorks = (): Breaker => closedBreaker

/** The next call may try it. A time further away than any wait shows that the clock was set back. */
export const mayProbe = ({ until }: Extract<Breaker, { is: 'held' }>, now: Instant): boolean =>
  until <= now || until - now > LONGEST_WAIT_MS

/** One call is let through to see. */
export const probe = (breaker: Breaker): Breaker =>
  breaker.is === 'held'
    ? { is: 'probing', since: breaker.since, tries: breaker.tries, why: breaker.why }
    : breaker

/** The probe was not sent after all. */
export const probeWithdrawn = (breaker: Breaker, now: Instant): Breaker =>
  breaker.is === 'probing' ? hold(breaker.since, breaker.tries, breaker.why, now) : breaker
