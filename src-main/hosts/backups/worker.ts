import { parentPort, workerData } from 'node:worker_threads'
import { BackupDamaged, writeBackup } from '../../store/backup/write-backup.ts'
import { storeFailure } from '../../store/failure.ts'
import { giveWay } from '../give-way.ts'
import type { BackupMessage, BackupOrder } from './backup-order.ts'

/** Thread that makes one backup and ends: calls and windows go on meanwhile. */
const port = parentPort
if (!port) throw new Error('The backup worker runs as a worker thread only')
giveWay()
const { from, to } = workerData as BackupOrder
const tell = (message: BackupMessage) => port.postMessage(message)
try {
  tell({ is: 'done', holds: await writeBackup(from, to) })
} catch (error) {
  const why = whyFailed(error)
  if (why === null) throw error
  tell({ is: 'failed', message: why })
}

/** `null`: a bug. */
function whyFailed(error: unknown): string | null {
  if (error instanceof BackupDamaged)
    return `The copy is damaged (${error.message}): the drive or the workspace is failing. Check the drive, and keep the last good backup.`
  const failure = storeFailure(error, from)
  if (failure?.reason === 'full') return 'The disk is full. Free some space, or keep fewer backups.'
  if (failure !== null) return failure.message
  const isFileError = error instanceof Error && 'syscall' in error
  return isFileError ? `${error.message}. Check the rights and the drive of the backup folder.` : null
}
