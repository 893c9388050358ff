import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '../engine/ports/backup.ts'

/** Keeps lines in `<data folder>/backups`: whole and on disk, or there is no file of that name. */
export const keepBackup =
  (dataDir: string): Backup =>
  async (name, lines) => {
    const folder = join(dataDir, 'backups')
    await mkdir(folder, { recursive: true })
    const unfinished = join(folder, `${name}.part`)
    const file = await open(unfinished, 'w', 0o600)
    try {
      for await (const line of lines) await file.write(`${line}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, join(folder, name))
    return `backups/${name}`
  }
