import type { Instant } from '../../src-main/domain/ids.ts'
import type { Clock } from '../../src-main/engine/ports/clock.ts'

/** Time that moves only when everything that can happen now has happened. */
export interface VirtualClock extends Clock {
  /** Calls `work` at that time; the way for fakes to let something happen later. */
  at(time: Instant, work: () => void): void
  /** Goes from event to event until nothing is left, or `until` has come or is true. Bounded. */
  run(until?: Instant | (() => boolean)): Promise<void>
  /** Lets what is due now happen, without moving the time. */
  settle(): Promise<void>
  /** Somebody sets the clock, forward or back: what `now` says changes, how long things take does not. */
  jump(ms: number): void
  /** How far it has been set ahead so far. */
  jumped(): number
}

const MOST_STEPS = 200_000
// Whoever sleeps looks at a clock that was set within this, like `realClock`.
const LONGEST_NAP_MS = 30_000

interface Event {
  /** In time that nobody sets. */
  time: number
  readonly work: () => void
  /** Waits for the clock to show this, and not for a time to pass. */
  readonly until?: Instant
}

export function createVirtualClock(start: Instant): VirtualClock {
  let elapsed = start
  let ahead = 0
  let events: Event[] = []

  const schedule = (event: Event) => {
    const place = events.findIndex(other => other.time > event.time)
    events.splice(place < 0 ? events.length : place, 0, event)
  }
  const at = (time: Instant, work: () => void) => schedule({ time: Math.max(time - ahead, elapsed), work })
  // The store works within microtasks, so one turn of the event loop is enough for all that follows from an event.
  const settle = () => new Promise<void>(resolve => setImmediate(resolve))

  return {
    now: () => elapsed + ahead,
    at,
    settle,
    jumped: () => ahead,
    jump: ms => {
      ahead += ms
      const before = events
      events = []
      for (const event of before) {
        if (event.until === undefined) schedule(event)
        else if (ms < 0) schedule({ ...event, time: elapsed + LONGEST_NAP_MS })
        else schedule({ ...event, time: Math.max(event.until - ahead, elapsed + LONGEST_NAP_MS) })
      }
    },
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
        if (Number.isFinite(until)) schedule({ time: Math.max(until - ahead, elapsed), work: done, until })
      }),
    run: async until => {
      const isOver = typeof until === 'function' ? until : () => false
      for (let step = 0; step < MOST_STEPS; step++) {
        await settle()
        if (isOver()) return
        const next = events[0]
        if (next === undefined || (typeof until === 'number' && next.time + ahead > until)) {
          if (typeof until === 'number') elapsed = Math.max(elapsed, until - ahead)
          return
        }
        events = events.slice(1)
        elapsed = Math.max(elapsed, next.time)
        next.work()
      }
      throw new Error(
        `still not over after ${MOST_STEPS} events, at ${new Date(elapsed + ahead).toISOString()}`,
      )
    },
  }
}
