import { Worker } from 'node:worker_threads'
import type { BackupMessage, BackupOrder } from './backup-order.ts'

/** A backup in a thread of its own. Rejects on a bug, and when it is called off. */
export async function runBackup(
  order: BackupOrder,
  { workerPath, signal }: { readonly workerPath: string; readonly signal: AbortSignal },
): Promise<BackupMessage> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<BackupMessage>()
  const worker = new Worker(workerPath, { name: 'backup', workerData: order })
  const callOff = () => reject(signal.reason)
  signal.addEventListener('abort', callOff, { once: true })
  worker.on('message', resolve)
  worker.on('error', reject)
  worker.on('exit', code => reject(new Error(`The backup ended with code ${code}`)))
  try {
    return await promise
  } finally {
    signal.removeEventListener('abort', callOff)
    await worker.terminate()
  }
}
