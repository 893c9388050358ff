/** What stands in one cell; times are ready-made text. `null`: empty. */
export type Cell = string | number | boolean | null

/** Rows of an export, made while they are written. */
export interface Sheet {
  readonly columns: readonly { readonly key: string; readonly heading: string }[]
  readonly rows: Iterable<readonly Cell[]>
}

/** Rows as the database gives them, and what becomes of each. */
export interface SheetColumn<Row> {
  /** As tables and orders name it. */
  readonly key: string
  /** First row of the file; an import reads it back. */
  readonly heading: string
  readonly cell: (row: Row) => Cell
}

/** The columns that were ordered, in that order; all where none were. Unknown keys are left out. */
export function chosen<Row>(
  columns: readonly SheetColumn<Row>[],
  keys: readonly string[] | null,
): readonly SheetColumn<Row>[] {
  if (keys === null) return columns
  const byKey = new Map(columns.map(column => [column.key, column]))
  return keys.flatMap(key => byKey.get(key) ?? [])
}
