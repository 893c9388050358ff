/**
 * One piece of work for all who wait for it at the same time, called off once nobody does any more.
 * Whoever asks after it ended begins it anew.
 */
export function createShared<T>(
  work: (signal: AbortSignal) => Promise<T>,
): (signal?: AbortSignal) => Promise<T> {
  let under: { readonly result: Promise<T>; readonly stop: AbortController; waiting: number } | null = null

  const begin = () => {
    const stop = new AbortController()
    const result = work(stop.signal)
    const mine = { result, stop, waiting: 0 }
    const end = () => {
      if (under === mine) under = null
    }
    result.then(end, end)
    return mine
  }
  return async signal => {
    signal?.throwIfAborted()
    under ??= begin()
    const mine = under
    mine.waiting += 1
    const { promise, reject } = Promise.withResolvers<never>()
    const leave = () => reject(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    try {
      return await Promise.race([mine.result, promise])
    } finally {
      signal?.removeEventListener('abort', leave)
      mine.waiting -= 1
      if (mine.waiting === 0 && under === mine) {
        under = null
        mine.stop.abort()
      }
    }
  }
}
