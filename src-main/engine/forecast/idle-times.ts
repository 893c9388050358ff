import type { Instant } from '../../domain/ids.ts'

/** A time in which no call is in progress, and why none is started. */
export interface IdleTime {
  readonly from: Instant
  readonly until: Instant
  /** Kind of the hold that keeps it longest. */
  readonly hold: string
  /** The same in words. */
  readonly why: string
}

export interface IdleLog {
  /** Nothing happens between these two instants; `why` is asked for only where it is worth telling. */
  add(from: Instant, until: Instant, why: () => { readonly hold: string; readonly text: string }): void
  list(): readonly IdleTime[]
}

/** Shorter pauses are pacing, not idling. */
export const WORTH_TELLING_MS = 5 * 60_000
const MOST = 2_000

export function createIdleLog(): IdleLog {
  const times: IdleTime[] = []
  return {
    add: (from, until, why) => {
      if (until - from < WORTH_TELLING_MS || times.length >= MOST) return
      const { hold, text } = why()
      const last = times.at(-1)
      // Two in a row for the same reason are one, looked at twice.
      if (last?.until === from && last.hold === hold) times[times.length - 1] = { ...last, until, why: text }
      else times.push({ from, until, hold, why: text })
    },
    list: () => times,
  }
}
