import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { addSqlFunctions } from './sql-functions.ts'
import { plannedOnce, type SqlValue, type Statements } from './sqlite-file.ts'

/** A workspace as it stands at one moment, beside whoever has it open and writes. */
export interface ReadOnlyFile {
  readonly statements: Pick<Statements, 'first' | 'rows'>
  /** First column of all rows: several times as fast as row after row. */
  column<V extends SqlValue>(sql: string, values: readonly SqlValue[]): V[]
  /** Row after row, each as its columns in their order. */
  each(sql: string, values: readonly SqlValue[]): IterableIterator<readonly SqlValue[]>
  /** What follows sees what is committed by now. Throws where the file is gone. */
  moveOn(): void
  /** Sees nothing until `moveOn`: while somebody looks at an old moment the log of the workspace only grows. */
  rest(): void
  close(): void
}

// Filters make texts of their own: the bound is for those.
const MOST_STATEMENTS = 200

/** Throws where there is no such file, or it is no workspace of this version. */
export function openReadOnly(file: string): ReadOnlyFile {
  let database = connect(file)
  let inode = inodeOf(file)
  const known = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const before = known.get(sql)
    if (before) return before
    if (known.size >= MOST_STATEMENTS) known.clear()
    const statement = database.prepare(plannedOnce(sql))
    known.set(sql, statement)
    return statement
  }
  const rest = () => {
    if (database.open && database.inTransaction) database.exec('ROLLBACK')
  }
  const close = () => {
    known.clear()
    database.close()
  }
  return {
    statements: {
      first: <R>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).get(...values) as R | undefined,
      rows: <R>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).all(...values) as R[],
    },
    // Plucking would change a statement that others share.
    column: <V extends SqlValue>(sql: string, values: readonly SqlValue[]) =>
      database
        .prepare(plannedOnce(sql))
        .pluck()
        .all(...values) as V[],
    // Its own statement: two walks over the same text may be under way at once.
    each: (sql, values) =>
      database
        .prepare(plannedOnce(sql))
        .raw()
        .iterate(...values) as IterableIterator<readonly SqlValue[]>,
    moveOn: () => {
      const now = inodeOf(file)
      if (database.open && now === inode) {
        rest()
        return begin(database)
      }
      // Deleted or replaced: SQLite alone would go on reading what nobody finds again.
      close()
      database = connect(file)
      inode = now
    },
    rest,
    close,
  }
}

const inodeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null

// Enough for the upper part of every index of a million contacts.
const CACHE_KB = 32 * 1024

function connect(file: string): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  database.pragma(`cache_size = -${CACHE_KB}`)
  database.pragma('temp_store = MEMORY')
  addSqlFunctions(database)
  begin(database)
  return database
}

/** Reads that follow all see the same moment: that of the first of them. */
const begin = (database: Database.Database): void => void database.exec('BEGIN')
