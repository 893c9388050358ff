const LEAST_MS = 1_000

/**
 * What this process and its threads took of one processor core since it was asked before: 1 is a whole core, more
 * than one are taken by several threads. Asked again within a second it says the same; `null` until it can be told.
 */
export function createProcessorShare(
  clock: () => number = performance.now.bind(performance),
  used: () => NodeJS.CpuUsage = () => process.cpuUsage(),
): () => number | null {
  let before = { at: clock(), usage: used() }
  let share: number | null = null
  return () => {
    const at = clock()
    if (at - before.at < LEAST_MS) return share
    const usage = used()
    const tookMs = (usage.user + usage.system - before.usage.user - before.usage.system) / 1_000
    share = tookMs / (at - before.at)
    before = { at, usage }
    return share
  }
}
