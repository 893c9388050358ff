import Database from 'better-sqlite3'

/** A second pair of eyes on the workspace: sees only what is committed, and shares no code with the store. */
export interface CommittedRows {
  rows<R>(sql: string, ...values: readonly (string | number)[]): readonly R[]
  first<R>(sql: string, ...values: readonly (string | number)[]): R | undefined
  close(): void
}

export function openCommitted(file: string): CommittedRows {
  const database = new Database(file, { readonly: true })
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }
  return {
    rows: <R>(sql: string, ...values: readonly (string | number)[]) => prepare(sql).all(...values) as R[],
    first: <R>(sql: string, ...values: readonly (string | number)[]) =>
      prepare(sql).get(...values) as R | undefined,
    close: () => database.close(),
  }
}
