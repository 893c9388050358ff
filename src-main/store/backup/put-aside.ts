import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { storeFailure } from '../failure.ts'

const ASIDE = '.aside'

/**
 * A second name for the workspace that is about to be replaced, with its log written into it where it can be read at
 * all. It is the name of no backup yet: until the other one is in its place this is the workspace itself.
 */
export function putAside(file: string, keepAs: string): void {
  const aside = `${keepAs}${ASIDE}`
  mkdirSync(dirname(keepAs), { recursive: true })
  try {
    const database = new Database(file)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.pragma('journal_mode = DELETE')
    database.close()
  } catch (error) {
    if (storeFailure(error, file) === null) throw error
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${keepAs}-wal`)
  }
  rmSync(aside, { force: true })
  try {
    linkSync(file, aside)
  } catch {
    // Drives without links.
    copyFileSync(file, aside)
  }
}

export const nameAside = (keepAs: string): void => renameSync(`${keepAs}${ASIDE}`, keepAs)

/** What a restore that was broken off has left in the folder of backups: the workspace it replaced, or did not. */
export function leftAside(folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter(name => name.endsWith(ASIDE)).map(name => join(folder, name.slice(0, -ASIDE.length)))
}

/** It gets its name where the other one has taken its place, and goes where it is the workspace still. */
export function settleAside(folder: string, file: string): void {
  for (const keepAs of leftAside(folder)) {
    const isStill = existsSync(file) && statSync(file).ino === statSync(`${keepAs}${ASIDE}`).ino
    if (isStill) rmSync(`${keepAs}${ASIDE}`)
    else nameAside(keepAs)
  }
}
