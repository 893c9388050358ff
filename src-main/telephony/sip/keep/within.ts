/** What is promised, or `null` when that takes longer. */
export const within = async <T>(ms: number, promised: Promise<T>): Promise<T | null> => {
  const patience = Promise.withResolvers<null>()
  // After a stall of this thread the timer is early: what waits in the socket is read first.
  const timer = setTimeout(() => setImmediate(patience.resolve, null), ms)
  try {
    return await Promise.race([promised, patience.promise])
  } finally {
    clearTimeout(timer)
  }
}
