import { type FileHandle, open } from 'node:fs/promises'

/**
 * Brings what was committed to the log (WAL) onto the platter, beside this thread: a commit itself then only writes
 * into memory, and those that come together share one wait for the disk.
 */
export interface LogSync {
  /** Resolves once all that was committed before the call is on the disk, however often that has to be tried. */
  reached(): Promise<void>
  /** Why something committed is not on the disk; `null`: all is well, or under way. */
  problem(): unknown
  /** The connection was dropped: the next one may have another log. */
  forget(): void
  close(): Promise<void>
}

export interface LogSyncOptions {
  readonly log: LogFile
  /**
   * After a failed try another one proves nothing: the system may have given up what it could not write. This brings
   * the log into the workspace's file instead. Throws where it cannot.
   */
  readonly rescue: () => void
  readonly retryMs?: number
}

export interface LogFile {
  /** One try; rejects where the disk does not take it. */
  sync(): Promise<void>
  close(): void
}

export function createLogSync({ log, rescue, retryMs = 1_000 }: LogSyncOptions): LogSync {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  let problem: unknown = null
  let isClosed = false
  const givenUp = Promise.withResolvers<void>()

  const rescued = async (): Promise<void> => {
    while (!isClosed) {
      await new Promise(resolve => setTimeout(resolve, retryMs).unref())
      try {
        rescue()
        problem = null
        return
      } catch (error) {
        problem = error
      }
    }
    givenUp.resolve()
    // It is not on the disk, so nobody is told that it is.
    await new Promise(() => {})
  }
  const run = async (): Promise<void> => {
    try {
      await log.sync()
    } catch (error) {
      problem = error
      await rescued()
    }
  }
  const begin = (): Promise<void> => {
    const begun = run().finally(() => {
      if (running === begun) running = null
    })
    running = begun
    return begun
  }
  return {
    reached: () => {
      if (running === null) return begin()
      // The one under way may have begun before this commit: the next serves all that come until it begins.
      next ??= running.then(() => {
        next = null
        return begin()
      })
      return next
    },
    problem: () => problem,
    forget: log.close,
    close: async () => {
      isClosed = true
      // A disk that takes nothing any more must not keep the program.
      if (problem === null) await Promise.race([next ?? running, givenUp.promise])
      log.close()
    },
  }
}

/** The log of the workspace `file`, while a connection has it open. */
export function logFileOf(file: string): LogFile {
  let opened: Promise<FileHandle> | null = null
  return {
    // Kept open: one that is opened later may not be told of an error that another one has seen.
    sync: async () => {
      opened ??= open(`${file}-wal`, 'r+')
      await (await opened).datasync()
    },
    close: () => {
      opened?.then(handle => handle.close()).catch(() => {})
      opened = null
    },
  }
}
