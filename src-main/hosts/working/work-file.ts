import { JobRefused } from '../../contacts/job-work.ts'
import type { DiskWait } from '../../engine/ports/store.ts'
import { storeFailure } from '../../store/failure.ts'
import { openSqliteFile, type SqliteFile, type Statements } from '../../store/sqlite-file.ts'
import type { ThreadTurn } from '../../store/write-turn.ts'

/** The workspace as a working thread writes it, and the log that it writes into the file for all. */
export interface WorkFile {
  /** One transaction, all or nothing; `JobRefused` where the workspace cannot be written. */
  write<T>(work: (statements: Statements) => T, waits?: DiskWait): T
  /** Every now and then: what calls and jobs wrote into the log goes into the file, so that no commit has to do it. */
  checkpoint(): void
  close(): void
}

// Most of what an import looks up again and again: the upper part of the indexes of a million numbers.
const CACHE_KB = 64 * 1024
const CHECKPOINT_EVERY_MS = 100

export interface WorkFileOptions {
  readonly file: string
  readonly turn: ThreadTurn
  /** `false`: another thread does. */
  readonly checkpoints: boolean
}

export function openWorkFile({ file, turn, checkpoints }: WorkFileOptions): WorkFile {
  let opened: SqliteFile | null = null
  let checkpointAt = performance.now()
  const open = (): SqliteFile => {
    if (opened !== null) return opened
    opened = openSqliteFile(file)
    opened.checkpointAfter(0)
    opened.pragma(`cache_size = -${CACHE_KB}`)
    return opened
  }
  const drop = () => {
    opened?.close()
    opened = null
  }
  const inTurn = <T>(work: (sqlite: SqliteFile) => T): T => {
    const sqlite = open()
    turn.take()
    try {
      return work(sqlite)
    } finally {
      turn.give()
    }
  }
  const checkpoint = () => {
    if (!checkpoints || performance.now() - checkpointAt < CHECKPOINT_EVERY_MS) return
    const sqlite = open()
    // The most of it while others write on; what they wrote meanwhile in their turn, which makes the log begin anew.
    sqlite.pragma('wal_checkpoint(PASSIVE)')
    inTurn(() => sqlite.pragma('wal_checkpoint(PASSIVE)'))
    checkpointAt = performance.now()
  }
  return {
    write: (work, waits = 'not') => {
      try {
        const value = inTurn(sqlite => {
          sqlite.mustBeThere()
          sqlite.pragma(`synchronous = ${waits === 'for-disk' ? 'FULL' : 'NORMAL'}`)
          const { statements } = sqlite
          statements.run('BEGIN IMMEDIATE')
          try {
            const made = work(statements)
            statements.run('COMMIT')
            return made
          } catch (error) {
            statements.run('rollback')
            throw error
          }
        })
        checkpoint()
        return value
      } catch (error) {
        const failure = storeFailure(error, file)
        if (failure === null) throw error
        drop()
        throw new JobRefused(failure.message, { cause: error })
      }
    },
    checkpoint,
    close: drop,
  }
}
