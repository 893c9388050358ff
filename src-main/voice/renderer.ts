import { Worker } from 'node:worker_threads'
import type { RenderReply, RenderRequest, SpeechWorkerData } from './speech-protocol.ts'

/** Main-thread side of the speech worker. Starts it at the first text and again after it has died. */
export interface Renderer {
  /** 8 kHz samples. Rejects with the reason in words. */
  render(text: string): Promise<Int16Array>
  close(): Promise<void>
}

export interface RendererOptions {
  readonly workerPath: string
  readonly folder: string
}

/** A text takes a tenth of a second; with a queue before it a few seconds. */
const longestRenderMs = 20_000
const mostWaiting = 500

interface Job {
  readonly resolve: (samples: Int16Array) => void
  readonly reject: (error: Error) => void
  readonly late: NodeJS.Timeout
}

export function createRenderer({ workerPath, folder }: RendererOptions): Renderer {
  const jobs = new Map<number, Job>()
  let worker: Worker | null = null
  let lastId = 0
  let closed = false

  const settle = (id: number, use: (job: Job) => void) => {
    const job = jobs.get(id)
    if (!job) return
    jobs.delete(id)
    clearTimeout(job.late)
    use(job)
  }
  const failAll = (reason: string) => {
    for (const id of [...jobs.keys()]) settle(id, job => job.reject(new Error(reason)))
  }
  const discard = (thread: Worker, reason: string) => {
    if (worker !== thread) return
    worker = null
    failAll(reason)
    void thread.terminate()
  }
  const begin = () => {
    const thread = new Worker(workerPath, {
      name: 'speech',
      workerData: { folder } satisfies SpeechWorkerData,
      // node:wasi says at each start that it is experimental; nobody who reads the log can do anything about it.
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    thread.on('message', (reply: RenderReply) =>
      settle(reply.id, job => {
        if (reply.is === 'rendered') job.resolve(reply.samples)
        else job.reject(new Error(reply.reason))
      }),
    )
    thread.on('error', error => discard(thread, error instanceof Error ? error.message : String(error)))
    thread.on('exit', code => discard(thread, `The speech worker ended with code ${code}`))
    thread.unref()
    return thread
  }

  return {
    render(text) {
      if (closed) return Promise.reject(new Error('Speech was shut down'))
      if (jobs.size >= mostWaiting)
        return Promise.reject(new Error('Too many texts are waiting to be spoken'))
      worker ??= begin()
      const thread = worker
      const id = ++lastId
      return new Promise((resolve, reject) => {
        const late = setTimeout(discard, longestRenderMs, thread, 'The speech worker does not answer')
        jobs.set(id, { resolve, reject, late })
        thread.postMessage({ id, text } satisfies RenderRequest)
      })
    },
    async close() {
      closed = true
      failAll('Speech was shut down')
      await worker?.terminate()
      worker = null
    },
  }
}
