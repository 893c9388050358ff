import type { EngineTransaction } from './transaction.ts'

/** Why nothing could be written; in words: what, where, what now. */
export interface StoreFailure {
  readonly reason: 'full' | 'io' | 'locked' | 'read_only' | 'corrupt'
  readonly message: string
}

export type Written<T> =
  | { readonly committed: true; readonly value: T }
  | { readonly committed: false; readonly failure: StoreFailure }

/**
 * `for-disk`: outlives a power cut once committed. `not`: outlives the program at once, and a power cut together with
 * the next decision that waits; for steps before anything was sent or promised.
 */
export type DiskWait = 'for-disk' | 'not'

export interface EngineStore {
  /**
   * One decision: everything in `work` is kept when `committed` comes back, or nothing is. Bugs reject. One that only
   * `reads` waits for nobody who writes.
   */
  transaction<T>(work: (tx: EngineTransaction) => Promise<T>, waits?: DiskWait | 'reads'): Promise<Written<T>>
}
