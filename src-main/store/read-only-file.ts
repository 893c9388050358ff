import Database from 'better-sqlite3'
import type { SqlValue, Statements } from './sqlite-file.ts'

/** A workspace as it stands at one moment, beside whoever has it open and writes. */
export interface ReadOnlyFile {
  readonly statements: Pick<Statements, 'first' | 'rows'>
  /** Row after row, each as its columns in their order. */
  each(sql: string, values: readonly SqlValue[]): IterableIterator<readonly SqlValue[]>
  close(): void
}

/** Throws where there is no such file, or it is no workspace of this version. */
export function openReadOnly(file: string): ReadOnlyFile {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  // Reads that follow all see the same moment.
  database.exec('BEGIN')
  return {
    statements: {
      first: <R>(sql: string, ...values: readonly SqlValue[]) =>
        database.prepare(sql).get(...values) as R | undefined,
      rows: <R>(sql: string, ...values: readonly SqlValue[]) => database.prepare(sql).all(...values) as R[],
    },
    each: (sql, values) =>
      database
        .prepare(sql)
        .raw()
        .iterate(...values) as IterableIterator<readonly SqlValue[]>,
    close: () => database.close(),
  }
}
