import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../../domain/ids.ts'
import { copyDatabase } from '../copy-for-rehearsal.ts'
import { storeFailure } from '../failure.ts'
import { openStore } from '../open-store.ts'
import { takeWorkspaceLock } from '../workspace-lock.ts'
import { type CarriedOver, carryOver, OtherWorkspace, putToRest } from './carry-over.ts'
import { nameAside, putAside, settleAside } from './put-aside.ts'
import { BackupDamaged, readThrough, removeDatabase } from './write-backup.ts'

export interface RestoreOptions {
  /** The backup; it stays as it is. */
  readonly backup: string
  /** The workspace, open in no program. */
  readonly file: string
  /** Where the workspace is kept as it was; nothing where there is none. */
  readonly keepAs: string
  readonly now: Instant
  /** Notes in the restored workspace, before it is in its place, what was done: from then on it says so. */
  readonly note?: (restored: string, outcome: Restored) => Promise<void>
}

export interface Restored {
  /** `null`: there was no workspace, or what happened since cannot be read because it is damaged. */
  readonly carried: CarriedOver | null
  readonly wasDamaged: boolean
  /** The workspace as it was; `null`: there was none. */
  readonly kept: string | null
}

export interface RestoreRefusal {
  readonly refused: 'in_use' | 'not_a_backup' | 'newer' | 'other_workspace' | 'full' | 'no_access'
  /** What, and what now. */
  readonly message: string
}

/** Puts a backup in the place of a workspace, in one step at the end: until then nothing has changed. */
export async function restoreWorkspace(options: RestoreOptions): Promise<Restored | RestoreRefusal> {
  const { backup, file } = options
  mkdirSync(dirname(file), { recursive: true })
  const lock = takeWorkspaceLock(`${file}.lock`)
  if (lock === null)
    return { refused: 'in_use', message: `${file} is open in a running Trunkline. Close that one first.` }
  const restored = `${file}.restored`
  try {
    return await restoreLocked(options, restored)
  } catch (error) {
    const refusal = refusalFor(error, backup)
    if (refusal === null) throw error
    return refusal
  } finally {
    removeDatabase(restored)
    lock.release()
  }
}

async function restoreLocked(
  { backup, file, keepAs, now, note }: RestoreOptions,
  restored: string,
): Promise<Restored | RestoreRefusal> {
  removeDatabase(restored)
  await copyDatabase(backup, restored)
  readThrough(restored)
  const refusal = await bringUpToDate(restored, now)
  if (refusal !== null) return refusal
  settleAside(dirname(keepAs), file)
  const isThere = existsSync(file)
  const carried = isThere ? carryWhereReadable(restored, file, now) : null
  const outcome = { carried, wasDamaged: isThere && carried === null, kept: isThere ? keepAs : null }
  await note?.(restored, outcome)
  rest(restored, now)
  if (isThere) putAside(file, keepAs)
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  renameSync(restored, file)
  if (isThere) nameAside(keepAs)
  return outcome
}

/** An older workspace gets what this version expects; one of a newer version is refused. */
async function bringUpToDate(file: string, now: Instant): Promise<RestoreRefusal | null> {
  const store = await openStore({ file, now: () => now })
  if (!('refused' in store)) {
    await store.close()
    return null
  }
  return store.refused === 'newer'
    ? { refused: 'newer', message: 'The backup was made by a newer Trunkline. Update this one first.' }
    : { refused: store.refused === 'full' ? 'full' : 'not_a_backup', message: store.message }
}

/** `null`: the present workspace is damaged, so that nobody can say what happened since. */
function carryWhereReadable(restored: string, present: string, now: Instant): CarriedOver | null {
  try {
    return carryOver(restored, present, now)
  } catch (error) {
    if (storeFailure(error, present)?.reason === 'corrupt') return null
    throw error
  }
}

function rest(file: string, now: Instant): void {
  const database = new Database(file)
  try {
    putToRest(database, now)
  } finally {
    database.close()
  }
}

function refusalFor(error: unknown, backup: string): RestoreRefusal | null {
  if (error instanceof OtherWorkspace)
    return {
      refused: 'other_workspace',
      message:
        'The backup is of another workspace, and this one is not empty. Restore it into a folder of its own: trunkline restore --data FOLDER.',
    }
  if (error instanceof BackupDamaged)
    return {
      refused: 'not_a_backup',
      message: `${backup} is damaged: ${error.message}. Choose another backup.`,
    }
  const failure = storeFailure(error, backup)
  if (failure?.reason === 'full')
    return { refused: 'full', message: 'There is no room on the disk. Free some space and try again.' }
  if (failure !== null)
    return { refused: 'not_a_backup', message: `${backup} cannot be read as a backup. Choose another one.` }
  const isFileError = error instanceof Error && 'syscall' in error
  return isFileError ? { refused: 'no_access', message: `${error.message}. Nothing was changed.` } : null
}
