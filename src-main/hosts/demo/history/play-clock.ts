import type { Instant } from '../../../domain/ids.ts'
import type { Clock } from '../../../engine/ports/clock.ts'

/** Time that jumps from one event to the next, once everything that can happen now has happened. */
export interface PlayClock extends Clock {
  /** Calls `work` at that time. */
  at(time: Instant, work: () => void): void
  /** From event to event until this time has come. Throws where that takes more events than a history has. */
  run(until: Instant): Promise<void>
}

const MOST_EVENTS = 500_000

interface Event {
  readonly time: Instant
  readonly work: () => void
}

export function createPlayClock(start: Instant): PlayClock {
  let now = start
  const events: Event[] = []

  const schedule = (time: Instant, work: () => void) => {
    const event = { time: Math.max(time, now), work }
    const place = events.findIndex(other => other.time > event.time)
    events.splice(place < 0 ? events.length : place, 0, event)
  }
  // The store answers within microtasks: one turn of the event loop is enough for all that follows from an event.
  const settle = () => new Promise<void>(resolve => setImmediate(resolve))

  return {
    now: () => now,
    at: schedule,
    sleep: (until, wake) =>
      new Promise<void>(resolve => {
        if (wake.aborted) return resolve()
        wake.addEventListener('abort', () => resolve(), { once: true })
        if (Number.isFinite(until)) schedule(until, resolve)
      }),
    run: async until => {
      for (let played = 0; played < MOST_EVENTS; played++) {
        await settle()
        const [next] = events
        if (next === undefined || next.time > until) {
          now = Math.max(now, until)
          return
        }
        events.shift()
        now = next.time
        next.work()
      }
      throw new Error(`${new Date(now).toISOString()}: there is no end to what happens`)
    },
  }
}
