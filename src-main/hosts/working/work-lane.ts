import { Worker } from 'node:worker_threads'
import type { JobProgress } from '../../domain/job.ts'
import type { JobEnding } from '../../store/job-records.ts'
import type { Interrupted, JobMessage, JobOrder, WorkPlace } from './job-message.ts'

/** One thread that does jobs, one after the other; started with the first, or before. */
export interface WorkLane {
  /** It begins to look after the log of the workspace, where that is its part. */
  begin(): void
  /** Rejects where the thread died of it. */
  run(order: JobOrder, onProgress: (progress: JobProgress) => void): Promise<JobEnding | Interrupted>
  close(): Promise<void>
}

export interface WorkLaneOptions extends WorkPlace {
  readonly workerPath: string
  readonly onBug: (stack: string) => void
  /** Told when there is a thread, and when there is none any more; `thread`: its id. */
  readonly onThread: (thread: number, lives: boolean) => void
}

export function createWorkLane({ workerPath, onBug, onThread, ...place }: WorkLaneOptions): WorkLane {
  let worker: Worker | null = null
  let listener: (message: JobMessage) => void = () => {}
  let died: (error: unknown) => void = () => {}

  const start = (): Worker => {
    const started = new Worker(workerPath, {
      name: 'working',
      workerData: place satisfies WorkPlace,
      // Rows live for a moment: with more room for the young a million of them hold 320 MB instead of 130.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    const thread = started.threadId
    let cause: unknown = null
    started.on('message', (message: JobMessage) => listener(message))
    started.on('error', error => {
      cause = error
    })
    started.on('exit', code => {
      worker = null
      onThread(thread, false)
      died(cause ?? new Error(`The working thread ended with code ${code}`))
    })
    onThread(thread, true)
    return started
  }
  return {
    begin: () => {
      worker ??= start()
      worker.unref()
    },
    run: (order, onProgress) => {
      const { promise, resolve, reject } = Promise.withResolvers<JobEnding | Interrupted>()
      listener = message => {
        if (message.is === 'progress') onProgress(message.progress)
        else if (message.is === 'bug') onBug(message.stack)
        else resolve(message.end)
      }
      died = reject
      worker ??= start()
      worker.ref()
      worker.postMessage(order)
      // Waiting for the next job keeps no program from ending.
      return promise.finally(() => worker?.unref())
    },
    close: async () => void (await worker?.terminate()),
  }
}
