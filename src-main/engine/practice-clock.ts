import type { Instant } from '../domain/ids.ts'
import type { Clock } from './ports/clock.ts'
import { nap } from './real-clock.ts'

export interface PracticeClock extends Clock {
  /** How far it has jumped ahead of real time, ms. */
  ahead(): number
}

/** Real time while calls and sound run; time in which nothing happens is skipped, and `onJump` told of it. */
export function createPracticeClock(
  start: Instant,
  real: () => Instant = Date.now,
  onJump: (from: Instant, until: Instant) => void = () => {},
): PracticeClock {
  let ahead = start - real()
  const began = ahead
  const now = () => real() + ahead
  return {
    now,
    ahead: () => ahead - began,
    sleep: async (until, wake, idle) => {
      if (idle && Number.isFinite(until)) {
        // Whoever was just told that nothing is in progress gets a turn first: it may have started something.
        await new Promise(resolve => setImmediate(resolve))
        const from = now()
        if (wake.aborted || until <= from) return
        ahead += Math.ceil(until - from)
        onJump(from, now())
        return
      }
      while (!wake.aborted && now() < until) await nap(until - now(), wake)
    },
  }
}
