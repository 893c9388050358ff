import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BackupReason } from '../../domain/backup.ts'
import type { Instant } from '../../domain/ids.ts'
import type { BackupFacts } from '../../store/backup/write-backup.ts'

/** What stands beside a backup, in a file of its own. */
export interface Manifest {
  readonly at: Instant
  readonly by: BackupReason
  /** Of the program that made it. */
  readonly version: string
  /** `null`: nobody has counted. */
  readonly holds: BackupFacts | null
}

export interface BackupFile extends Manifest {
  readonly name: string
  readonly path: string
  readonly bytes: number
}

export const folderOf = (dataDir: string): string => join(dataDir, 'backups')

/** `trunkline-2026-11-22T10-30-00-000Z.db` */
export const backupName = (at: Instant): string =>
  `trunkline-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}.db`

const isBackup = (name: string): boolean => /^trunkline-[\dTZ-]+\.db$/.test(name)

const manifestOf = (path: string): string => path.replace(/\.db$/, '.json')

/** Newest first. One whose manifest is missing or damaged, as when it was copied here by hand, counts as made by hand when it was changed last. */
export async function listBackups(dataDir: string): Promise<readonly BackupFile[]> {
  const folder = folderOf(dataDir)
  const names = (await readdir(folder).catch(() => [])).filter(isBackup)
  const found = await Promise.all(names.map(name => readBackup(join(folder, name))))
  return found.filter(backup => backup !== null).sort((one, other) => other.at - one.at)
}

async function readBackup(path: string): Promise<BackupFile | null> {
  const file = await stat(path).catch(() => null)
  if (file === null) return null
  const manifest = await readFile(manifestOf(path), 'utf8')
    .then(text => JSON.parse(text) as Manifest)
    .catch(() => ({ at: file.mtimeMs, by: 'hand' as const, version: '', holds: null }))
  return { ...manifest, name: basename(path), path, bytes: file.size }
}

/** `null`: there is none of that name. */
export const findBackup = async (dataDir: string, name: string): Promise<BackupFile | null> =>
  isBackup(name) ? readBackup(join(folderOf(dataDir), name)) : null

export async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  const to = manifestOf(path)
  const part = `${to}.part`
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await writeFile(part, `${JSON.stringify(manifest)}\n`, { mode: 0o600 })
  await rename(part, to)
}

export async function removeBackup({ path }: BackupFile): Promise<void> {
  await rm(path, { force: true })
  await rm(manifestOf(path), { force: true })
}
