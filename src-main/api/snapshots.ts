export interface SnapshotsOptions<T> {
  /** Calls `changed` whenever the next snapshot would differ; returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void
  readonly take: () => Promise<T>
  /** Shortest time between two snapshots, in ms. */
  readonly everyMs: number
  /** A snapshot comes after this long even without a change, since figures age: in ms. */
  readonly atLeastEveryMs: number
  readonly signal: AbortSignal | undefined
}

/**
 * A live view: one snapshot at once, then one after each change, never more often than `everyMs`. Changes in between
 * are taken together. Nothing queues up behind a slow reader.
 */
export async function* snapshots<T>(options: SnapshotsOptions<T>): AsyncGenerator<T, void, void> {
  let dirty = false
  let wake = () => {}
  const unsubscribe = options.subscribe(() => {
    dirty = true
    wake()
  })
  const stop = () => wake()
  options.signal?.addEventListener('abort', stop)
  const wait = (ms: number, untilDirty: boolean) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        if (untilDirty || options.signal?.aborted) {
          clearTimeout(timer)
          resolve()
        }
      }
      if (options.signal?.aborted || (untilDirty && dirty)) wake()
    })
  try {
    while (!options.signal?.aborted) {
      dirty = false
      yield await options.take()
      await wait(options.everyMs, false)
      await wait(options.atLeastEveryMs - options.everyMs, true)
    }
  } finally {
    unsubscribe()
    options.signal?.removeEventListener('abort', stop)
  }
}
