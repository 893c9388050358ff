import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import manifest from '../../../package.json' with { type: 'json' }
import type { Backups, MadeBackup } from '../../api/services.ts'
import { type BackupReason, backupDefaults } from '../../domain/backup.ts'
import type { Instant } from '../../domain/ids.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Store } from '../../store/open-store.ts'
import { readSetting } from '../../store/workspace-settings.ts'
import {
  type BackupFile,
  backupName,
  findBackup,
  folderOf,
  listBackups,
  removeBackup,
  writeManifest,
} from './backup-folder.ts'
import { orderRestore } from './restore-order.ts'
import { runBackup } from './run-backup.ts'

export interface BackupsOptions {
  readonly dataDir: string
  readonly store: Pick<Store, 'db'>
  readonly workerPath: string
  readonly freeDisk: () => Promise<number>
  readonly now: () => Instant
  readonly log: Logger
  readonly tell: (notice: Notice) => void
}

/** The log of a busy hour, and what the next minutes write. */
const MARGIN_BYTES = 256 * 2 ** 20
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
    const from = join(dataDir, 'workspace.db')
    const folder = folderOf(dataDir)
    const at = now()
    const to = join(folder, backupName(at))
    const noRoom = await roomFor(from, freeDisk)
    if (noRoom !== null) return { failed: noRoom }
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const made = await runBackup({ from, to }, { workerPath, signal: closing.signal })
    if (made.is === 'failed') return { failed: made.message }
    await writeManifest(to, { at, by, version: manifest.version, holds: made.holds })
    await prune(dataDir, (await settingsOf(store)).keep)
    return { name: backupName(at) }
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

/** Why there is no room, in words; `null`: there is. */
async function roomFor(from: string, freeDisk: () => Promise<number>): Promise<string | null> {
  const [file, log] = await Promise.all([stat(from), stat(`${from}-wal`).catch(() => ({ size: 0 }))])
  const needed = file.size + log.size + MARGIN_BYTES
  const free = await freeDisk()
  if (free >= needed) return null
  return `It needs ${inGb(needed)} GB, and ${inGb(free)} GB are free. Free some space, or keep fewer backups.`
}

const inGb = (bytes: number): string => (bytes / 1e9).toFixed(1)

/** Of those made by themselves only. */
async function prune(dataDir: string, keep: number): Promise<void> {
  const own = (await listBackups(dataDir)).filter(({ by }) => by === 'schedule')
  for (const old of own.slice(keep)) await removeBackup(old)
}
