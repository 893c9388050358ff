import { Worker } from 'node:worker_threads'
import { type ReadAnswer, type ReadQuestion, receiveError } from './read-message.ts'

/** One thread that reads, and the questions that wait for it. */
export interface ReadLane {
  ask(question: ReadQuestion, signal: AbortSignal | undefined): Promise<unknown>
  close(): Promise<void>
}

interface Asked {
  readonly question: ReadQuestion
  readonly answer: (answer: ReadAnswer) => void
  readonly fail: (error: unknown) => void
  tries: number
  calledOff: boolean
}

/** More would be windows that ask without waiting. */
const MOST_WAITING = 1_000
const MOST_TRIES = 2

export function createReadLane(workerPath: string, file: string): ReadLane {
  const waiting: Asked[] = []
  let current: Asked | null = null
  let worker: Worker | null = null
  let closed = false

  const next = () => {
    if (current !== null || closed) return
    do current = waiting.shift() ?? null
    while (current?.calledOff)
    if (current === null) return
    current.tries += 1
    worker ??= start()
    worker.ref()
    worker.postMessage(current.question)
  }
  const start = (): Worker => {
    const started = new Worker(workerPath, { name: 'reading', workerData: { file } })
    let cause: unknown = null
    started.on('message', (answer: ReadAnswer) => {
      // Waiting for the next question keeps no program from ending.
      started.unref()
      const asked = current
      current = null
      asked?.answer(answer)
      next()
    })
    started.on('error', error => {
      cause = error
    })
    started.on('exit', code => {
      worker = null
      const asked = current
      current = null
      if (asked !== null && asked.tries < MOST_TRIES && !closed) waiting.unshift(asked)
      else asked?.fail(cause ?? new Error(`The reading thread ended with code ${code}`))
      next()
    })
    return started
  }
  return {
    ask: (question, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      if (closed) return Promise.reject(new Error('The workspace is closing'))
      if (waiting.length >= MOST_WAITING) return Promise.reject(new Error('Too many questions wait'))
      signal?.throwIfAborted()
      const callOff = () => {
        asked.calledOff = true
        reject(signal?.reason)
      }
      const asked: Asked = {
        question,
        answer: answer =>
          answer.is === 'answer' ? resolve(answer.output) : reject(receiveError(answer.error)),
        fail: reject,
        tries: 0,
        calledOff: false,
      }
      signal?.addEventListener('abort', callOff, { once: true })
      waiting.push(asked)
      next()
      return promise.finally(() => signal?.removeEventListener('abort', callOff))
    },
    close: async () => {
      closed = true
      for (const asked of waiting.splice(0)) asked.fail(new Error('The workspace is closing'))
      await worker?.terminate()
    },
  }
}
