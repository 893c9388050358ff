import { Worker } from 'node:worker_threads'
import type { ForecastRefusal, ForecastReport } from '../../engine/forecast/forecast-report.ts'
import type { ForecastMessage, ForecastOrder } from './forecast-order.ts'

export interface RunOptions {
  readonly workerPath: string
  /** 0–1. */
  readonly onProgress?: (share: number) => void
  /** Nobody waits for it any more. */
  readonly signal?: AbortSignal
}

/** A forecast in a thread of its own: calls and windows go on meanwhile. Rejects on a bug, and when it is called off. */
export async function runForecast(
  order: ForecastOrder,
  { workerPath, onProgress = () => {}, signal }: RunOptions,
): Promise<ForecastReport | ForecastRefusal> {
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<ForecastReport | ForecastRefusal>()
  const worker = new Worker(workerPath, { name: 'forecast', workerData: order })
  const callOff = () => reject(signal?.reason ?? new Error('The forecast was called off'))
  signal?.addEventListener('abort', callOff, { once: true })
  worker.on('message', (message: ForecastMessage) => {
    if (message.is === 'progress') onProgress(message.share)
    else resolve(message.is === 'done' ? message.report : message.refusal)
  })
  worker.on('error', reject)
  worker.on('exit', code => reject(new Error(`The forecast ended with code ${code}`)))
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', callOff)
    await worker.terminate()
  }
}
