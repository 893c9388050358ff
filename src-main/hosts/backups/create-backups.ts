import type { Logger } from 'pino'
import type { Backups, MadeBackup } from '../../api/services.ts'
import { type BackupReason, backupDefaults } from '../../domain/backup.ts'
import type { Instant } from '../../domain/ids.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Store } from '../../store/open-store.ts'
import { readSetting } from '../../store/workspace-settings.ts'
import { type BackupFile, findBackup, folderOf, listBackups, removeBackup } from './backup-folder.ts'
import { makeBackup } from './make-backup.ts'
import { orderRestore } from './restore-order.ts'

export interface BackupsOptions {
  readonly dataDir: string
  readonly store: Pick<Store, 'db'>
  readonly workerPath: string
  readonly freeDisk: () => Promise<number>
  readonly now: () => Instant
  readonly log: Logger
  readonly tell: (notice: Notice) => void
}

const LOOK_EVERY_MS = 5 * 60_000
const RETRY_AFTER_MS = 3_600_000
const HOUR_MS = 3_600_000

/** Backups beside the workspace: by hand, and every so many hours while the program runs. */
export function createBackups(options: BackupsOptions): Backups & { stop(): Promise<void> } {
  const { dataDir, store, workerPath, freeDisk, now, log, tell } = options
  const closing = new AbortController()
  let underWay: { readonly since: Instant; readonly done: Promise<MadeBackup> } | null = null
  let failedAt: Instant | null = null

  const write = async (by: BackupReason): Promise<MadeBackup> => {
    const made = await makeBackup({ dataDir, workerPath, freeDisk }, { at: now(), by }, closing.signal)
    if ('name' in made) await prune(dataDir, (await settingsOf(store)).keep)
    return made
  }

  const make = (by: BackupReason): Promise<MadeBackup> => {
    if (underWay !== null) return underWay.done
    const done = write(by).catch((error: unknown): MadeBackup => {
      if (closing.signal.aborted) return { failed: 'The program was closed meanwhile.' }
      log.error(error, 'A backup failed')
      return { failed: error instanceof Error ? error.message : String(error) }
    })
    underWay = { since: now(), done }
    return done.finally(() => {
      underWay = null
    })
  }

  const look = async (): Promise<void> => {
    if (failedAt !== null && now() - failedAt < RETRY_AFTER_MS) return
    if (!(await isDue(options))) return
    const made = await make('schedule')
    if (closing.signal.aborted) return
    if ('name' in made) {
      failedAt = null
      return
    }
    log.warn(`The backup failed: ${made.failed}`)
    // Told once, not every hour for as long as it lasts.
    if (failedAt === null)
      tell({
        kind: 'backup_failed',
        level: 'problem',
        campaign: null,
        title: 'The automatic backup failed',
        text: `${made.failed} It is tried again every hour.`,
      })
    failedAt = now()
  }
  const timer = setInterval(
    () => void look().catch(error => log.warn(error, 'No backup was made')),
    LOOK_EVERY_MS,
  ).unref()

  return {
    list: async () => (await listBackups(dataDir)).map(shown),
    make,
    underWaySince: () => underWay?.since ?? null,
    remove: async name => {
      const found = await findBackup(dataDir, name)
      if (found !== null) await removeBackup(found)
      return found !== null
    },
    orderRestore: wanted => orderRestore(dataDir, wanted),
    folder: folderOf(dataDir),
    stop: async () => {
      clearInterval(timer)
      closing.abort(new Error('The program is closing'))
      await underWay?.done
    },
  }
}

const shown = ({ name, at, by, bytes, version, holds }: BackupFile) => ({
  name,
  at,
  by,
  bytes,
  version,
  holds,
})

const settingsOf = async ({ db }: Pick<Store, 'db'>) => (await readSetting(db, 'backups')) ?? backupDefaults

/** Since the last one of any kind; an empty workspace has nothing to lose. */
async function isDue({ dataDir, store, now }: BackupsOptions): Promise<boolean> {
  const { everyHours } = await settingsOf(store)
  if (everyHours === 0) return false
  const something = await store.db.selectFrom('contacts').select('id').limit(1).executeTakeFirst()
  if (something === undefined) return false
  const [newest] = await listBackups(dataDir)
  return newest === undefined || now() - newest.at >= everyHours * HOUR_MS
}

/** Of those made by themselves only. */
async function prune(dataDir: string, keep: number): Promise<void> {
  const own = (await listBackups(dataDir)).filter(({ by }) => by === 'schedule')
  for (const old of own.slice(keep)) await removeBackup(old)
}
