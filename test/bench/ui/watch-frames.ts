import type { Page } from '@playwright/test'

export interface FrameFigures {
  /** Tasks over 50 ms on the page's main thread, and the longest of them. */
  readonly longTasks: number
  readonly longTaskMs: number
  readonly frames: number
  readonly frameP95Ms: number
}

// Runs in the page, which knows other types than this process: hence text.
const watch = `
  const seen = window.seen = { tasks: [], frames: [] }
  new PerformanceObserver(list => seen.tasks.push(...list.getEntries().map(entry => entry.duration)))
    .observe({ type: 'longtask' })
  let last = performance.now()
  const next = now => {
    seen.frames.push(now - last)
    last = now
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
`

/** Watches the page's main thread until the result is asked for. */
export async function watchFrames(page: Page): Promise<() => Promise<FrameFigures>> {
  await page.evaluate(`(() => {${watch}})()`)
  return async () => {
    const { tasks, frames } = await page.evaluate<{ tasks: number[]; frames: number[] }>('window.seen')
    const sorted = frames.toSorted((a, b) => a - b)
    return {
      longTasks: tasks.length,
      longTaskMs: Math.round(Math.max(0, ...tasks)),
      frames: frames.length,
      frameP95Ms: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    }
  }
}
