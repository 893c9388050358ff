import type { Instant } from '../../src-main/domain/ids.ts'
import type { Clock } from '../../src-main/engine/ports.ts'

/** Time that moves only when everything that can happen now has happened. */
export interface VirtualClock extends Clock {
  /** Calls `work` at that time; the way for fakes to let something happen later. */
  at(time: Instant, work: () => void): void
  /** Goes from event to event until nothing is left, or `until` has come or is true. Bounded. */
  run(until?: Instant | (() => boolean)): Promise<void>
  /** Lets what is due now happen, without moving the time. */
  settle(): Promise<void>
}

const MOST_STEPS = 200_000

export function createVirtualClock(start: Instant): VirtualClock {
  let now = start
  let events: { readonly time: Instant; readonly work: () => void }[] = []

  const at = (time: Instant, work: () => void) => {
    const event = { time: Math.max(time, now), work }
    const place = events.findIndex(other => other.time > event.time)
    events.splice(place < 0 ? events.length : place, 0, event)
  }
  // The store works within microtasks, so one turn of the event loop is enough for all that follows from an event.
  const settle = () => new Promise<void>(resolve => setImmediate(resolve))

  return {
    now: () => now,
    at,
    settle,
    sleep: (until, wake) =>
      new Promise<void>(resolve => {
        if (wake.aborted) return resolve()
        let isDone = false
        const done = () => {
          if (!isDone) resolve()
          isDone = true
          wake.removeEventListener('abort', done)
        }
        wake.addEventListener('abort', done)
        if (Number.isFinite(until)) at(until, done)
      }),
    run: async until => {
      const isOver = typeof until === 'function' ? until : () => false
      for (let step = 0; step < MOST_STEPS; step++) {
        await settle()
        if (isOver()) return
        const next = events[0]
        if (next === undefined || (typeof until === 'number' && next.time > until)) {
          if (typeof until === 'number') now = Math.max(now, until)
          return
        }
        events = events.slice(1)
        now = Math.max(now, next.time)
        next.work()
      }
      throw new Error(`still not over after ${MOST_STEPS} events, at ${new Date(now).toISOString()}`)
    },
  }
}
