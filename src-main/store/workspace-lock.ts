import Database from 'better-sqlite3'
import { codeOf } from './failure.ts'

export interface WorkspaceLock {
  /** The last program that held it ended without releasing it. */
  readonly wasUnclean: boolean
  release(): void
}

// A connection that nothing refers to is closed by the garbage collector, and its lock with it.
const held = new Set<Database.Database>()

/**
 * Keeps a second program out of a workspace: an exclusive lock on a small database beside it, which the operating
 * system lets go when the process ends, however it ends. `null`: another program has it.
 */
export function takeWorkspaceLock(path: string): WorkspaceLock | null {
  const lock = new Database(path, { timeout: 200 })
  try {
    // In this mode the lock stays after the commit, until the connection is closed.
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (codeOf(error).startsWith('SQLITE_BUSY')) return null
    throw error
  }
  lock.exec('CREATE TABLE IF NOT EXISTS held (since TEXT NOT NULL)')
  const wasUnclean = lock.prepare('SELECT 1 FROM held').get() !== undefined
  lock.exec("DELETE FROM held; INSERT INTO held VALUES (datetime('now')); COMMIT")
  held.add(lock)
  return {
    wasUnclean,
    release: () => {
      lock.exec('DELETE FROM held')
      lock.close()
      held.delete(lock)
    },
  }
}
