import type { Instant } from '../../domain/ids.ts'

export interface Clock {
  now(): Instant
  /**
   * Resolves at `until`, or when `signal` fires, whichever is first. `idle` says that nothing is in progress:
   * a practice clock may then jump ahead.
   */
  sleep(until: Instant, wake: AbortSignal, idle: boolean): Promise<void>
}
