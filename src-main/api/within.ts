/** As long as a table may take to answer, where nobody knows how many contacts there are. */
export const SOON_MS = 300

/** Waits for the end of a job, but not longer: whoever asked is answered either way. */
export async function within(ended: Promise<void>, ms: number): Promise<void> {
  const timer = Promise.withResolvers<void>()
  const timeout = setTimeout(timer.resolve, ms)
  await Promise.race([ended, timer.promise])
  clearTimeout(timeout)
}
