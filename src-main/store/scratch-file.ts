import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { SqlValue, Statements } from './sqlite-file.ts'

/** A database for work in between: fast, no safer than it has to be, thrown away afterwards. */
export interface ScratchFile {
  readonly statements: Statements
  /** All that was written since the last time, at once. */
  commit(): void
  /** From here on it stands on disk whatever happens. */
  makeLasting(): void
  close(): void
}

const CACHE_KB = 8 * 1024

/** @param schema of a new file; left out: the file is there already */
export function openScratchFile(path: string, schema: readonly string[] = []): ScratchFile {
  if (schema.length > 0) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    removeScratchFile(path)
  }
  const database = new Database(path, { fileMustExist: schema.length === 0 })
  // Nobody else reads it, and after a crash it is made anew unless it was made lasting.
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma(`cache_size = -${CACHE_KB}`)
  for (const statement of schema) database.exec(statement)
  const known = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const statement = known.get(sql) ?? database.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  const begun = () => {
    if (!database.inTransaction) database.exec('BEGIN')
  }
  const commit = () => {
    if (database.inTransaction) database.exec('COMMIT')
  }
  return {
    statements: {
      first: <R>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).get(...values) as R | undefined,
      rows: <R>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).all(...values) as R[],
      run: (sql, ...values) => {
        begun()
        const { changes, lastInsertRowid } = prepare(sql).run(...values)
        return { changes, id: Number(lastInsertRowid) }
      },
    },
    commit,
    makeLasting: () => {
      commit()
      const file = openSync(path, 'r+')
      fsyncSync(file)
      closeSync(file)
    },
    close: () => {
      commit()
      known.clear()
      database.close()
    },
  }
}

export const removeScratchFile = (path: string): void => rmSync(path, { force: true })
