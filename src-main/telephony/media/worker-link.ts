import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './protocol.ts'

/** A worker thread as the pool sees it. Restarts itself when it dies. */
export interface WorkerLink {
  post(message: ToWorker): void
  readonly alive: () => boolean
  /** Asks it to finish, then ends it. */
  close(): Promise<void>
}

export interface WorkerLinkOptions {
  readonly path: string
  readonly onMessage: (message: FromWorker) => void
  readonly onDeath: (reason: string) => void
  /** A new thread runs and knows nothing yet. */
  readonly onStart: (post: (message: ToWorker) => void) => void
}

/** Longer after each death in a row, so that a worker that cannot start does not eat the machine. */
const restartDelayMs = (deaths: number) => Math.min(10_000, 50 * 2 ** deaths)
/** A worker that lived this long starts a new row. */
const healthyMs = 60_000
const shutDownMs = 3000

export function createWorkerLink({ path, onMessage, onDeath, onStart }: WorkerLinkOptions): WorkerLink {
  let closing = false
  let deaths = 0
  let timer: NodeJS.Timeout | null = null
  let worker: Worker | null = null

  const start = () => {
    const began = performance.now()
    const thread = new Worker(path, { name: 'media' })
    let reason = ''
    worker = thread
    thread.on('message', onMessage)
    thread.on('error', error => {
      reason = error instanceof Error ? error.message : String(error)
    })
    thread.on('exit', code => {
      worker = null
      if (closing) return
      deaths = performance.now() - began > healthyMs ? 0 : deaths + 1
      timer = setTimeout(start, restartDelayMs(deaths))
      onDeath(reason || `The audio worker ended with code ${code}`)
    })
    onStart(message => thread.postMessage(message))
  }
  start()

  return {
    post: message => worker?.postMessage(message),
    alive: () => worker !== null,
    async close() {
      closing = true
      if (timer) clearTimeout(timer)
      const thread = worker
      if (!thread) return
      const ended = new Promise<void>(resolve => thread.once('exit', () => resolve()))
      thread.postMessage({ do: 'shut_down' } satisfies ToWorker)
      const late = setTimeout(() => thread.terminate(), shutDownMs)
      await ended
      clearTimeout(late)
    },
  }
}
