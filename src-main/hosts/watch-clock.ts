import type { Instant } from '../domain/ids.ts'
import type { Notice } from '../domain/notice.ts'

export interface ClockWatchOptions {
  /** The clock on the wall, which people and time servers set. */
  readonly wall: () => Instant
  /** Milliseconds that only go forward. */
  readonly steady: () => number
  /** When something was last written, by the clock of then; 0: never. */
  readonly lastWritten: Instant
  readonly tell: (notice: Notice) => void
}

export interface ClockWatch {
  /** To be called every few seconds. */
  look(): void
}

/** A time server moves a clock by less; calls would not begin at a wrong hour for it. */
const JUMP_MS = 60_000
const cure =
  'Calling hours follow this clock. Check date, time and time server of the computer that runs Trunkline.'

/** Notices a clock that was set while the program ran, or that is behind what is on disk already. */
export function watchClock({ wall, steady, lastWritten, tell }: ClockWatchOptions): ClockWatch {
  let before = { wall: wall(), steady: steady() }
  if (before.wall < lastWritten - JUMP_MS)
    tell(wrong(`The clock is ${span(lastWritten - before.wall)} behind the last entry`))
  return {
    look() {
      const now = { wall: wall(), steady: steady() }
      const jump = now.wall - before.wall - (now.steady - before.steady)
      before = now
      if (jump <= -JUMP_MS) tell(wrong(`The clock was set back by ${span(-jump)}`))
      // Some systems stop the steady clock while the computer sleeps.
      else if (jump >= JUMP_MS)
        tell(wrong(`The clock went forward by ${span(jump)}: it was set, or the computer slept`))
    },
  }
}

const wrong = (title: string): Notice => ({
  kind: 'clock_wrong',
  level: 'warning',
  campaign: null,
  title,
  text: cure,
})

const span = (ms: number): string => {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}
