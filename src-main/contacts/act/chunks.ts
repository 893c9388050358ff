import type { Statements } from '../../store/sqlite-file.ts'
import type { JobWork } from '../job-work.ts'

// Calls write between two transactions: each ends after this, however few it has done.
const BUSY_MS = 7
const MOST = 250

export interface Chunked<T> {
  readonly all: ArrayLike<T>
  /** At the beginning of each transaction. */
  readonly prepare?: (sql: Statements) => void
  readonly each: (sql: Statements, item: T) => void
  /** After each transaction: so many are done. */
  readonly told: (done: number) => void
}

/** One after the other in transactions that are short whatever each of them takes. */
export async function inChunks<T>(
  { write, mustGoOn }: Pick<JobWork, 'write' | 'mustGoOn'>,
  { all, prepare, each, told }: Chunked<T>,
): Promise<void> {
  for (let at = 0; at < all.length; told(at)) {
    mustGoOn()
    const from = at
    at = await write(sql => {
      prepare?.(sql)
      const end = Math.min(from + MOST, all.length)
      const until = performance.now() + BUSY_MS
      let next = from
      do {
        each(sql, all[next] as T)
        next += 1
      } while (next < end && performance.now() < until)
      return next
    })
  }
}
