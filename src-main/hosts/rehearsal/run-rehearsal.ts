import { Worker } from 'node:worker_threads'
import type { RehearsalProgress } from './campaign-rehearsal.ts'
import type { RehearsalEnd, RehearsalMessage, RehearsalOrder } from './rehearsal-order.ts'

export interface RunOptions {
  readonly workerPath: string
  readonly onProgress: (progress: RehearsalProgress) => void
  readonly onLog: (line: string) => void
  /** Ends the thread and all its calls at once. */
  readonly signal: AbortSignal
}

/** A rehearsal in a thread of its own: real calls keep their timing. Rejects on a bug, and when it is called off. */
export async function runRehearsal(
  order: RehearsalOrder,
  { workerPath, onProgress, onLog, signal }: RunOptions,
): Promise<RehearsalEnd> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<RehearsalEnd>()
  const worker = new Worker(workerPath, { name: 'rehearsal', workerData: order })
  const callOff = () => reject(signal.reason)
  signal.addEventListener('abort', callOff, { once: true })
  worker.on('message', (message: RehearsalMessage) => {
    if (message.is === 'progress') onProgress(message.progress)
    else if (message.is === 'log') onLog(message.line)
    else resolve(message)
  })
  worker.on('error', reject)
  worker.on('exit', code => reject(new Error(`The rehearsal ended with code ${code}`)))
  try {
    return await promise
  } finally {
    signal.removeEventListener('abort', callOff)
    await worker.terminate()
  }
}
