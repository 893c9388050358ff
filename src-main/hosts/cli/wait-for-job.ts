import { setTimeout as wait } from 'node:timers/promises'
import { SingleBar } from 'cli-progress'
import type { JobResult } from '../../domain/job.ts'
import type { NewJob } from '../../store/job-records.ts'
import type { JobCommands } from '../working/job-commands.ts'
import { untilTold } from './until-told.ts'

export type JobOutcome =
  | { readonly is: 'done'; readonly job: number; readonly result: JobResult }
  /** In words: why, and what is left of it. */
  | { readonly is: 'cancelled' | 'failed'; readonly job: number; readonly message: string }

const lookMs = 200

/** Starts a job and stays until it ends, with a bar on stderr where a person watches. Ctrl-C cancels it. */
export async function waitForJob(jobs: JobCommands, order: NewJob): Promise<JobOutcome> {
  const job = await jobs.start(order)
  const told = untilTold()
  void told.once.then(() => jobs.cancel(job, order.actor))
  const bar = jobBar()
  try {
    for (;;) {
      const { state, progress, result, message } = await jobs.standing(job)
      if (state === 'done' && result !== null) return { is: 'done', job, result }
      if (state === 'cancelled' || state === 'failed') return { is: state, job, message }
      if (progress !== null) bar.show(progress)
      await wait(lookMs)
    }
  } finally {
    bar.end()
  }
}

function jobBar() {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} · {phase} · {duration_formatted}',
    barCompleteChar: '━',
    barIncompleteChar: '─',
    barsize: 28,
    hideCursor: true,
    stream: process.stderr,
    noTTYOutput: false,
  })
  let started = false
  return {
    show({ done, total, phase }: { done: number; total: number | null; phase: string }) {
      const whole = total ?? Math.max(done, 1)
      if (!started) bar.start(whole, done, { phase })
      started = true
      bar.setTotal(whole)
      bar.update(done, { phase })
    },
    end: () => bar.stop(),
  }
}
