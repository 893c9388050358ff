import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import type { ReadOnlyFile } from './read-only-file.ts'
import type { SqlValue } from './sqlite-file.ts'
import type { Tables } from './tables.ts'

/** The same queries as on the main thread, over a file that is only read: writing throws. */
export function readOnlyDb({ statements }: Pick<ReadOnlyFile, 'statements'>): Kysely<Tables> {
  const prepare: SqliteDatabase['prepare'] = sql => ({
    reader: true,
    all: values => statements.rows(sql, ...(values as readonly SqlValue[])),
    run: onlyReads,
    iterate: onlyReads,
  })
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: { prepare, close: () => {} } }) })
}

const onlyReads = (): never => {
  throw new Error('A file that is only read was asked for something else')
}
