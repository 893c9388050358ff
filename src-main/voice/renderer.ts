import { Worker } from 'node:worker_threads'
import type { RenderReply, RenderRequest, SpeechWorkerData } from './speech-protocol.ts'

/** Main-thread side of the speech worker. Starts it at the first text and again after it has died. */
export interface Renderer {
  /**
   * 8 kHz samples. What is due first is rendered first, and nothing of which nobody can make use any more: with too much
   * to say, some calls still speak in time instead of all too late. One text is rendered once, however many ask for it
   * meanwhile. Rejects with the reason in words.
   * @param withinMs so long somebody waits for it
   */
  render(text: string, withinMs: number): Promise<Int16Array>
  close(): Promise<void>
}

export interface RendererOptions {
  readonly workerPath: string
  readonly folder: string
}

/** A text takes a tenth of a second. */
const longestRenderMs = 20_000
const mostWaiting = 500

interface Job extends PromiseWithResolvers<Int16Array> {
  readonly text: string
  /** The first who asked cannot wait longer, by `performance.now()`. */
  readonly due: number
  /** Nobody can. */
  readonly until: number
}

interface UnderWay {
  readonly id: number
  readonly job: Job
  readonly late: NodeJS.Timeout
}

export function createRenderer({ workerPath, folder }: RendererOptions): Renderer {
  /** The one that is due first stands first. */
  const waiting: Job[] = []
  let underWay: UnderWay | null = null
  let worker: Worker | null = null
  let lastId = 0
  let closed = false

  const settle = (use: (job: Job) => void) => {
    if (underWay === null) return
    const { job, late } = underWay
    underWay = null
    clearTimeout(late)
    use(job)
  }
  const failAll = (reason: string) => {
    settle(job => job.reject(new Error(reason)))
    for (const job of waiting.splice(0)) job.reject(new Error(reason))
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
    thread.on('message', (reply: RenderReply) => {
      if (reply.id !== underWay?.id) return
      settle(job => {
        if (reply.is === 'rendered') job.resolve(reply.samples)
        else job.reject(new Error(reply.reason))
      })
      renderNext()
    })
    thread.on('error', error => discard(thread, error instanceof Error ? error.message : String(error)))
    thread.on('exit', code => discard(thread, `The speech worker ended with code ${code}`))
    thread.unref()
    return thread
  }
  const renderNext = () => {
    if (underWay !== null) return
    let job = waiting.shift()
    while (job && job.until < performance.now()) {
      job.reject(new Error('Too much was waiting to be spoken'))
      job = waiting.shift()
    }
    if (!job) return
    worker ??= begin()
    const id = ++lastId
    const late = setTimeout(discard, longestRenderMs, worker, 'The speech worker does not answer')
    underWay = { id, job, late }
    worker.postMessage({ id, text: job.text } satisfies RenderRequest)
  }

  return {
    render(text, withinMs) {
      if (closed) return Promise.reject(new Error('Speech was shut down'))
      if (underWay?.job.text === text) return underWay.job.promise
      const due = performance.now() + withinMs
      const same = waiting.findIndex(job => job.text === text)
      const [asked] = same < 0 ? [] : waiting.splice(same, 1)
      if (!asked && waiting.length >= mostWaiting)
        return Promise.reject(new Error('Too many texts are waiting to be spoken'))
      const job = asked
        ? { ...asked, due: Math.min(asked.due, due), until: Math.max(asked.until, due) }
        : { ...Promise.withResolvers<Int16Array>(), text, due, until: due }
      const place = waiting.findIndex(other => other.due > job.due)
      waiting.splice(place < 0 ? waiting.length : place, 0, job)
      renderNext()
      return job.promise
    },
    async close() {
      closed = true
      failAll('Speech was shut down')
      await worker?.terminate()
      worker = null
    },
  }
}
