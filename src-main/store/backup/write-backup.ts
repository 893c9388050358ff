import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { copyDatabase } from '../copy-for-rehearsal.ts'

/** How much a backup holds. */
export interface BackupFacts {
  readonly campaigns: number
  readonly contacts: number
  readonly calls: number
  readonly doNotCall: number
}

/** The copy was read back and is not whole. */
export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged'
}

/**
 * Copies a workspace, also while somebody has it open and writes, reads the copy through and gives it its name only
 * then: a file of that name is whole and on disk.
 */
export async function writeBackup(from: string, to: string): Promise<BackupFacts> {
  const part = `${to}.part`
  removeDatabase(part)
  try {
    await copyDatabase(from, part)
    const facts = readThrough(part)
    toDisk(part)
    renameSync(part, to)
    return facts
  } catch (error) {
    removeDatabase(part)
    throw error
  }
}

/** Throws `BackupDamaged`, or an error of SQLite where the file is no workspace at all. */
export function readThrough(file: string): BackupFacts {
  const database = new Database(file, { fileMustExist: true })
  try {
    // One file, without a log beside it.
    database.pragma('journal_mode = DELETE')
    const found = String(database.pragma('integrity_check(1)', { simple: true }))
    if (found !== 'ok') throw new BackupDamaged(found)
    return database.prepare(held).get() as BackupFacts
  } finally {
    database.close()
  }
}

const held = `SELECT
  (SELECT count(*) FROM campaigns WHERE deleted_at IS NULL) AS campaigns,
  (SELECT count(*) FROM contacts) AS contacts,
  (SELECT count(*) FROM calls) AS calls,
  (SELECT count(*) FROM suppressions WHERE scope = 'all') AS doNotCall`

/** With its log; none is no error. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '.lock']) rmSync(`${file}${suffix}`, { force: true })
}

function toDisk(file: string): void {
  const open = openSync(file, 'r+')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
