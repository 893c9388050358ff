import type { Clock } from './ports/clock.ts'
import type { DiskWait, EngineStore, StoreFailure } from './ports/store.ts'
import type { EngineTransaction } from './ports/transaction.ts'

/**
 * Writes with an eye on the disk. The first write that fails stops dialling; what has to be written waits and is
 * tried again, so a call that is over is never forgotten while the program lives.
 */
export interface StoreWatch {
  /** Why nothing can be written now; `null`: all is well. */
  problem(): StoreFailure | null
  /** Reads; says nothing about whether writing works. */
  read<T>(work: (tx: EngineTransaction) => Promise<T>): Promise<{ readonly value: T } | null>
  /** One try to write. `null` when it was not committed. */
  once<T>(
    work: (tx: EngineTransaction) => Promise<T>,
    waits?: DiskWait,
  ): Promise<{ readonly value: T } | null>
  /** Until it is committed, or the engine closes: then `null`. */
  surely<T>(work: (tx: EngineTransaction) => Promise<T>): Promise<{ readonly value: T } | null>
}

/** How soon a write that failed is tried again. */
export const RETRY_MS = 2_000

export interface StoreWatchParts {
  readonly store: EngineStore
  readonly clock: Clock
  readonly closing: AbortSignal
  /** Told when writing fails first and when it works again. */
  readonly onChange: (problem: StoreFailure | null) => void
}

export function createStoreWatch({ store, clock, closing, onChange }: StoreWatchParts): StoreWatch {
  let problem: StoreFailure | null = null
  const set = (next: StoreFailure | null) => {
    const turned = (problem === null) !== (next === null)
    problem = next
    if (turned) onChange(next)
  }
  const once: StoreWatch['once'] = async (work, waits) => {
    const written = await store.transaction(work, waits)
    set(written.committed ? null : written.failure)
    return written.committed ? { value: written.value } : null
  }
  return {
    problem: () => problem,
    read: async work => {
      const written = await store.transaction(work, 'reads')
      if (!written.committed) set(written.failure)
      return written.committed ? { value: written.value } : null
    },
    once,
    surely: async work => {
      for (;;) {
        const written = await once(work)
        if (written !== null || closing.aborted) return written
        await clock.sleep(clock.now() + RETRY_MS, closing, false)
      }
    },
  }
}
