import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import type { MadeBackup } from '../../api/services.ts'
import type { BackupReason } from '../../domain/backup.ts'
import type { Instant } from '../../domain/ids.ts'
import { backupName, folderOf, writeManifest } from './backup-folder.ts'
import { runBackup } from './run-backup.ts'

interface BackupParts {
  readonly dataDir: string
  readonly workerPath: string
  readonly freeDisk: () => Promise<number>
}

/** The log of a busy hour, and what the next minutes write. */
const MARGIN_BYTES = 256 * 2 ** 20

/** One backup into the folder of backups, also while the workspace is written. Rejects on a bug, and when it is called off. */
export async function makeBackup(
  { dataDir, workerPath, freeDisk }: BackupParts,
  { at, by }: { readonly at: Instant; readonly by: BackupReason },
  signal: AbortSignal,
): Promise<MadeBackup> {
  const from = join(dataDir, 'workspace.db')
  const name = backupName(at)
  const to = join(folderOf(dataDir), name)
  const noRoom = await roomFor(from, freeDisk)
  if (noRoom !== null) return { failed: noRoom }
  await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 })
  const made = await runBackup({ from, to }, { workerPath, signal })
  if (made.is === 'failed') return { failed: made.message }
  await writeManifest(to, { at, by, version: manifest.version, holds: made.holds })
  return { name }
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
