import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RestoreWish } from '../../api/services.ts'
import { findBackup } from './backup-folder.ts'

/** A restore that somebody has asked for; carried out by the next start, before anything is opened. */
export interface RestoreOrder {
  /** Absolute path of the backup. */
  readonly backup: string
  readonly actor: string
}

const orderFile = (dataDir: string): string => join(dataDir, 'restore.json')

/** `false`: there is no such backup. */
export async function orderRestore(
  dataDir: string,
  { from, actor }: RestoreWish & { readonly actor: string },
): Promise<boolean> {
  const backup = 'name' in from ? ((await findBackup(dataDir, from.name))?.path ?? null) : from.path
  if (backup === null || !existsSync(backup)) return false
  const part = `${orderFile(dataDir)}.part`
  await writeFile(part, JSON.stringify({ backup, actor } satisfies RestoreOrder), { mode: 0o600 })
  await rename(part, orderFile(dataDir))
  return true
}

/** `null`: nothing is to be restored. */
export const readOrder = (dataDir: string): Promise<RestoreOrder | null> =>
  readFile(orderFile(dataDir), 'utf8')
    .then(text => JSON.parse(text) as RestoreOrder)
    .catch(() => null)

export const forgetOrder = (dataDir: string): Promise<void> => rm(orderFile(dataDir), { force: true })
