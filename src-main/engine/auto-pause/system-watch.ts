import { afterBeat, diskFigure, type Lag, noLag, overload } from '../../domain/auto-pause.ts'
import type { Instant } from '../../domain/ids.ts'

/** Whether this machine still carries the engine. */
export interface SystemWatch {
  /** Looks at the disk where the last look is some seconds old. */
  look(now: Instant): Promise<void>
  /** A person resumed: looks again at once. */
  forget(): void
  /** A beat that was due then happens now; `null`: nothing was due. */
  beat(dueAt: Instant | null, now: Instant): void
  /** Figure in words where less is free; `null`: there is room. */
  diskFull(leastFreeBytes: number): string | null
  /** Figure in words; `null`: it keeps up. */
  overloaded(): string | null
}

export interface SystemWatchParts {
  /** Bytes that may still be written where the workspace lies. */
  readonly freeDisk: () => Promise<number>
  readonly report: (error: unknown) => void
}

const LOOK_EVERY_MS = 5_000

export function createSystemWatch({ freeDisk, report }: SystemWatchParts): SystemWatch {
  let lookedAt: Instant | null = null
  let free = Number.POSITIVE_INFINITY
  let lag: Lag = noLag
  return {
    look: async now => {
      // A look in the future shows that the clock was set back.
      if (lookedAt !== null && lookedAt <= now && now - lookedAt < LOOK_EVERY_MS) return
      lookedAt = now
      try {
        free = await freeDisk()
      } catch (error) {
        // A disk that cannot be asked is judged by the writes themselves.
        free = Number.POSITIVE_INFINITY
        report(error)
      }
    },
    forget: () => {
      lookedAt = null
      lag = noLag
    },
    beat: (dueAt, now) => {
      lag = afterBeat(lag, dueAt, now)
    },
    diskFull: leastFreeBytes => diskFigure(free, leastFreeBytes),
    overloaded: () => overload(lag),
  }
}
