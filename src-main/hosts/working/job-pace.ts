import type { JobProgress } from '../../domain/job.ts'

/** How fast a job gets on. */
export interface JobPace {
  /** Per second, over the last seconds of this phase; `null`: too early to say. */
  readonly perSecond: number | null
  readonly secondsLeft: number | null
}

export type PacedProgress = JobProgress & JobPace

const WINDOW_MS = 5_000
/** Less says nothing: the first rows of a phase come in one lump. */
const LEAST_MS = 1_000

/** Watches one job. `now` in ms, from any beginning. */
export function createPace(): (progress: JobProgress, now: number) => PacedProgress {
  let phase: string | null = null
  let samples: { readonly at: number; readonly done: number }[] = []
  return (progress, now) => {
    if (progress.phase !== phase) samples = []
    phase = progress.phase
    samples.push({ at: now, done: progress.done })
    // One from before the window stays: the window is measured from there.
    while ((samples[1]?.at ?? now) <= now - WINDOW_MS) samples.shift()
    const [first] = samples
    const ms = first === undefined ? 0 : now - first.at
    if (first === undefined || ms < LEAST_MS) return { ...progress, perSecond: null, secondsLeft: null }
    const perSecond = ((progress.done - first.done) / ms) * 1000
    const left =
      progress.total === null || perSecond <= 0 ? null : (progress.total - progress.done) / perSecond
    return { ...progress, perSecond, secondsLeft: left === null ? null : Math.max(0, left) }
  }
}
