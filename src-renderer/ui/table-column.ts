import type { ReactNode } from 'react'

export interface Column<Row, Sort extends string = string> {
  readonly id: string
  readonly head: string
  /** The head is only read: what stands under it says enough to the eye. */
  readonly headUnseen?: boolean
  /** A track of the grid: `minmax(160px, 2fr)`, `88px`. */
  readonly width: string
  readonly right?: boolean
  /** Left out where not all columns find room, the last such first. */
  readonly wideOnly?: boolean
  /** Given where the table can be sorted by this column. */
  readonly sort?: Sort
  readonly cell: (row: Row) => ReactNode
}

export interface SortState<Sort extends string> {
  readonly by: Sort
  readonly descending: boolean
}
