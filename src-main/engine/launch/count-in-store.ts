import type { LaunchCounts } from '../ports/launch-records.ts'
import type { StoreWatch } from '../store-watch.ts'

/** The workspace could not be read; why, the store's watch tells. */
export class NotRead extends Error {}

/** Counts in the thread of the calls, each in a turn of its own. */
export function countInStore(store: Pick<StoreWatch, 'read'>): LaunchCounts {
  const ask = async <T>(count: (counts: LaunchCounts) => Promise<T>): Promise<T> => {
    // Calls and windows have their turn in between.
    await new Promise(resolve => setImmediate(resolve))
    const read = await store.read(tx => count(tx.launching))
    if (read === null) throw new NotRead()
    return read.value
  }
  return {
    totals: (...asked) => ask(counts => counts.totals(...asked)),
    keptBy: (...asked) => ask(counts => counts.keptBy(...asked)),
    places: (...asked) => ask(counts => counts.places(...asked)),
    consented: (...asked) => ask(counts => counts.consented(...asked)),
  }
}
