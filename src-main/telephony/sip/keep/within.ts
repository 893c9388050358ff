/** What is promised, or `null` when that takes longer. */
export const within = async <T>(ms: number, promised: Promise<T>): Promise<T | null> => {
  const patience = Promise.withResolvers<null>()
  const timer = setTimeout(patience.resolve, ms, null)
  try {
    return await Promise.race([promised, patience.promise])
  } finally {
    clearTimeout(timer)
  }
}
