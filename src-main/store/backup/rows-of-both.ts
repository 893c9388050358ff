import type Database from 'better-sqlite3'

type Value = string | number | bigint | null
export type Row = Record<string, Value>

/** Two workspaces in one connection: `main` is the one that is restored, `present` what it takes the place of. */
export interface RowsOfBoth {
  /** Columns that both have, but those left out. */
  columns(table: string, without?: readonly string[]): readonly string[]
  /**
   * Fills `same_<table>` (old, new) with the ids of `present` and those of the same thing in `main`. What is used there
   * and missing here is added as `change` makes it.
   */
  match(table: string, same: string, used: string, change?: (row: Row) => Row): void
}

export function rowsOfBoth(database: Database.Database): RowsOfBoth {
  const namesIn = (schema: string, table: string) =>
    database.prepare(`SELECT name FROM pragma_table_info(?, ?)`).pluck().all(table, schema) as string[]
  const columns: RowsOfBoth['columns'] = (table, without = []) => {
    const there = new Set(namesIn('present', table))
    return namesIn('main', table).filter(name => there.has(name) && !without.includes(name))
  }
  return {
    columns,
    match: (table, same, used, change = row => row) => {
      database.exec(`CREATE TEMP TABLE same_${table} (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
        INSERT INTO same_${table}
          SELECT p.id, m.id FROM present.${table} p JOIN main.${table} m ON ${same}`)
      const missing = database
        .prepare(
          `SELECT id AS old, ${columns(table, ['id']).join(', ')} FROM present.${table}
            WHERE id IN (${used}) AND id NOT IN (SELECT old FROM same_${table})`,
        )
        .all() as Row[]
      const note = database.prepare(`INSERT INTO same_${table} VALUES (?, ?)`)
      for (const { old, ...kept } of missing) {
        const row = change(kept)
        const names = Object.keys(row)
        const { lastInsertRowid } = database
          .prepare(
            `INSERT INTO main.${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
          )
          .run(...Object.values(row))
        note.run(old, lastInsertRowid)
      }
    },
  }
}
