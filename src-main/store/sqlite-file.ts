import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely'

/** One connection to the workspace's file, which can be opened anew after an I/O error. */
export interface SqliteFile {
  readonly dialect: Dialect
  /** Drops the connection with all that was not committed; the next statement reads the file anew. */
  drop(): void
  /** Throws where the file was deleted or replaced: SQLite alone would go on writing into what nobody finds again. */
  mustBeThere(): void
  pragma(text: string): unknown
  /** Pages of the log after which a commit of this connection also writes them into the file itself. */
  checkpointAfter(pages: number): void
  /** Writes all of the log into the file itself. Throws where somebody still reads some of it. */
  checkpoint(): void
  /** First column of each row. */
  all(sql: string): unknown[]
  /** Prepared once, for the steps of a call: building a query costs many times what running it does. */
  readonly statements: Statements
  close(): void
}

/** Statements of the one connection. Within a transaction they are part of it; nobody else may use them. */
export interface Statements {
  first<R>(sql: string, ...values: readonly SqlValue[]): R | undefined
  rows<R>(sql: string, ...values: readonly SqlValue[]): R[]
  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly id: number }
}

export type SqlValue = string | number | null

// Statements of the program are a few hundred; the bound is for texts that grow with their values.
const MOST_STATEMENTS = 500

export function openSqliteFile(file: string): SqliteFile {
  let checkpointPages = CHECKPOINT_PAGES
  let database = connect(file, { isNew: !existsSync(file), checkpointPages })
  let inode = inodeOf(file)
  const statements = new Map<string, Database.Statement>()

  const mustBeThere = (): void => {
    if (database.open && inodeOf(file) !== inode)
      throw Object.assign(new Error(`${file} was deleted or replaced`), { code: 'SQLITE_IOERR_VNODE' })
  }
  const connected = (): Database.Database => {
    if (!database.open) {
      database = connect(file, { isNew: false, checkpointPages })
      inode = inodeOf(file)
    }
    return database
  }
  const prepare = (sql: string): Database.Statement => {
    const open = connected()
    // SQLite has rolled back by itself after some errors, a full disk among them.
    if (sql === 'rollback' && !open.inTransaction) return prepare('select 0 where 0')
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    const statement = open.prepare(plannedOnce(sql))
    statements.set(sql, statement)
    return statement
  }
  const close = () => {
    statements.clear()
    database.close()
  }
  return {
    dialect: new SqliteDialect({
      database: { prepare: sql => prepare(sql), close } satisfies SqliteDatabase,
    }),
    drop: close,
    mustBeThere,
    pragma: text => connected().pragma(text, { simple: true }),
    checkpointAfter: pages => {
      checkpointPages = pages
      if (database.open) database.pragma(`wal_autocheckpoint = ${pages}`)
    },
    checkpoint: () => {
      const [done] = connected().pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[]
      if (done === undefined || done.checkpointed < done.log)
        throw Object.assign(new Error(`The log of ${file} is still in use`), { code: 'SQLITE_BUSY' })
    },
    all: sql => connected().prepare(sql).pluck().all(),
    statements: {
      first: <R>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).get(...values) as R | undefined,
      rows: <R>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).all(...values) as R[],
      run: (sql, ...values) => {
        const { changes, lastInsertRowid } = prepare(sql).run(...values)
        return { changes, id: Number(lastInsertRowid) }
      },
    },
    close,
  }
}

/**
 * The statement with a sign before each value that changes nothing of it. SQLite as it is built here (STAT4) plans a
 * join anew whenever a value is bound to a bare `?`, which takes ten times as long as running it by its keys.
 */
export const plannedOnce = (sql: string): string =>
  sql.replaceAll(quotedOrValue, part => (part === '?' ? '+?' : part))

const quotedOrValue = /'[^']*'|"[^"]*"|\?/g

/** `null`: there is no such file. */
const inodeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null

const FULL = 2
/** SQLite's own figure. */
export const CHECKPOINT_PAGES = 1000

interface Connecting {
  readonly isNew: boolean
  readonly checkpointPages: number
}

/** Every commit is on the platter before it is acknowledged; set anew on each connection. */
function connect(file: string, { isNew, checkpointPages }: Connecting): Database.Database {
  // For a missing folder the driver would throw a TypeError, which says nothing about its cause.
  if (!existsSync(dirname(file)))
    throw Object.assign(new Error(`The folder of ${file} is gone`), { code: 'SQLITE_CANTOPEN' })
  const database = new Database(file, { timeout: 5000, fileMustExist: !isNew })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`)
  return database
}

/** The packaged build falls back to NORMAL after the first write in WAL mode; so this is asked after one. */
export const isDurable = (file: SqliteFile): boolean =>
  file.pragma('synchronous') === FULL &&
  file.pragma('foreign_keys') === 1 &&
  file.pragma('journal_mode') === 'wal'
