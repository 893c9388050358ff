import type { Instant } from '../../domain/ids.ts'
import { WORTH_TELLING_MS } from '../../engine/forecast/idle-times.ts'

/** A time in which no call was in progress, and why none was started. */
export interface Idle {
  readonly from: Instant
  readonly until: Instant
  /** Kind of the hold behind it. */
  readonly reason: string
  /** The same in words. */
  readonly text: string
}

/** Told of each jump of the clock; shorter pauses than a forecast tells of are pacing. */
export interface IdleWatch {
  jumped(jump: Idle): void
  /** A call was started. */
  called(): void
  longest(): Idle | null
}

export function createIdleWatch(): IdleWatch {
  let current: Idle | null = null
  let longest: Idle | null = null
  const length = ({ from, until }: Idle) => until - from
  return {
    jumped: jump => {
      // Several jumps in a row for one reason are one time, looked at several times.
      current = current?.reason === jump.reason ? { ...jump, from: current.from } : jump
      if (length(current) >= WORTH_TELLING_MS && (longest === null || length(current) > length(longest)))
        longest = current
    },
    called: () => {
      current = null
    },
    longest: () => longest,
  }
}
