import type { ColumnType } from 'kysely'

/** Chosen by the database at insert; may be given to keep an id. */
export type RowId<T extends number> = ColumnType<T, T | undefined, never>

export type Flag = 0 | 1
