import type { Logger } from 'pino'
import type { Backups, Hook, Services } from '../api/services.ts'
import type { Notice } from '../domain/notice.ts'
import type { Store } from '../store/open-store.ts'
import { addNotice } from './add-notice.ts'
import { createBackups } from './backups/create-backups.ts'
import { freeDisk } from './free-disk.ts'
import { sendNotices } from './notices/send-notices.ts'
import { createTidy } from './retention/keep-tidy.ts'
import { watchClock } from './watch-clock.ts'
import { keepSweeping } from './working/sweep-files.ts'

export interface UpkeepOptions
  extends Pick<Services, 'change' | 'jobs' | 'reads' | 'now' | 'zone' | 'uploads'> {
  readonly dataDir: string
  readonly store: Store
  readonly log: Logger
  readonly backupWorker: string
  /** Windows are to look again. */
  readonly onNotice: () => void
}

export interface Upkeep {
  readonly backups: Backups
  readonly hook: Hook
  stop(): Promise<void>
}

const CLOCK_EVERY_MS = 10_000

/** What a workspace needs from time to time, whether or not somebody looks: backups, deletion, a look at the clock, notices to send. */
export async function startUpkeep(options: UpkeepOptions): Promise<Upkeep> {
  const { dataDir, store, now, log, onNotice, uploads, backupWorker } = options
  const { db } = store
  const tell = (notice: Notice) =>
    void store
      .write(tx => addNotice(tx, notice, now()))
      .then(onNotice, error => log.error(error, 'A notice could not be kept'))
  const backups = createBackups({
    dataDir,
    store,
    workerPath: backupWorker,
    freeDisk: freeDisk(dataDir),
    now,
    log,
    tell,
  })
  const tidy = createTidy({ ...options, db })
  const clock = watchClock({
    wall: now,
    steady: () => performance.now(),
    lastWritten: await lastWritten(store),
    tell,
  })
  const watching = setInterval(() => clock.look(), CLOCK_EVERY_MS).unref()
  const hook = sendNotices({ store, now, log, tell })
  const stopSweeping = keepSweeping({ dataDir, db, uploads, now }, log)
  return {
    backups,
    hook,
    stop: async () => {
      clearInterval(watching)
      stopSweeping()
      await Promise.all([backups.stop(), tidy.stop(), hook.stop()])
    },
  }
}

/** By the clock of then; 0: never. */
async function lastWritten({ db }: Pick<Store, 'db'>): Promise<number> {
  const row = await db.selectFrom('audit').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? 0
}
