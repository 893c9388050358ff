import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Change } from '../store/change.ts'
import { campaignsToErase } from '../store/delete-campaign.ts'
import { eraseCalls } from '../store/erase-calls.ts'
import type { Store } from '../store/open-store.ts'

export interface Eraser {
  /** Erases in the background what deleted campaigns are to leave no trace of. */
  wake(): void
  /** Resolves when what goes on is done with its present step; the next start goes on from there. */
  stop(): Promise<void>
}

/** What an earlier run left half erased is taken up at once. */
export function createEraser(store: Store, change: Change, dataDir: string, log: Logger): Eraser {
  let stopped = false
  let work = Promise.resolve()
  const step: Change = part => {
    if (stopped) throw new Stopped()
    return change(part)
  }
  const removeFile = (path: string) => rm(join(dataDir, path), { force: true })
  const eraseAll = async () => {
    for (const campaign of await campaignsToErase(store.db)) await eraseCalls(step, campaign, removeFile)
  }
  const wake = () => {
    work = work.then(eraseAll).catch(error => {
      if (!(error instanceof Stopped)) log.warn(error, 'The calls of a deleted campaign are not erased yet')
    })
  }
  wake()
  return {
    wake,
    stop: () => {
      stopped = true
      return work
    },
  }
}

class Stopped extends Error {}
