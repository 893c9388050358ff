import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from './ports/clock.ts'

// After a suspend or a changed clock the time is looked at again within this.
const LONGEST_NAP_MS = 30_000

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: async (until, wake) => {
    // Also for a time that is over: whoever asks for one again and again must not keep timers and sockets waiting.
    await new Promise(resolve => setImmediate(resolve))
    while (!wake.aborted && Date.now() < until) {
      const before = Date.now()
      await nap(until - before, wake)
      // Set back: what was over may be to come again, and what was closed open.
      if (Date.now() < before) return
    }
  },
}

/** Waits so long, at most half a minute, or until `wake`. */
export async function nap(ms: number, wake: AbortSignal): Promise<void> {
  try {
    await wait(Math.min(Math.max(ms, 0), LONGEST_NAP_MS), undefined, { signal: wake })
  } catch (error) {
    if (!wake.aborted) throw error
  }
}
