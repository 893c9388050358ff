import { Worker } from 'node:worker_threads'
import type { CampaignId } from '../../../domain/ids.ts'
import { inTempFolder } from '../../in-temp-folder.ts'
import type { HistoryMessage, HistoryOrder } from './history-order.ts'
import type { Begun } from './move-in.ts'

export interface RunHistoryOptions {
  readonly workerPath: string
  /** 0–1. */
  readonly onProgress: (share: number) => void
  /** Nobody waits for it any more. */
  readonly signal: AbortSignal
  /** The thread is gone, whatever it held. */
  readonly onGone: (thread: number) => void
}

/**
 * The demo's history in a thread of its own: windows go on meanwhile. Rejects on a bug, and when it is called off; then
 * nothing of it is in the workspace.
 */
export const runHistory = (
  order: Omit<HistoryOrder, 'folder'>,
  options: RunHistoryOptions,
): Promise<CampaignId | { readonly begun: Begun }> =>
  inTempFolder(folder => inThread({ ...order, folder }, options))

async function inThread(
  order: HistoryOrder,
  { workerPath, onProgress, signal, onGone }: RunHistoryOptions,
): Promise<CampaignId | { readonly begun: Begun }> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<CampaignId | { readonly begun: Begun }>()
  const worker = new Worker(workerPath, { name: 'history', workerData: order })
  const { threadId } = worker
  const callOff = () => reject(signal.reason)
  signal.addEventListener('abort', callOff, { once: true })
  worker.on('message', (message: HistoryMessage) => {
    if (message.is === 'progress') onProgress(message.share)
    else resolve(message.is === 'done' ? message.campaign : { begun: message.begun })
  })
  worker.on('error', reject)
  worker.on('exit', code => {
    onGone(threadId)
    reject(new Error(`The history ended with code ${code}`))
  })
  try {
    return await promise
  } finally {
    signal.removeEventListener('abort', callOff)
    await worker.terminate()
  }
}
