import type { ReactNode } from 'react'

/** One column as the program proposes it; a person's own choice is kept in `layout.ts`. */
export interface GridColumn<Row, Sort extends string = string> {
  readonly id: string
  readonly head: string
  /** px */
  readonly width: number
  readonly right?: boolean
  /** Takes the room that the window has left. */
  readonly grows?: boolean
  /** Stays at the left while the others scroll. */
  readonly pinned?: boolean
  /** Shown only when somebody chooses it. */
  readonly hidden?: boolean
  /** Names the row, and so cannot be hidden. */
  readonly always?: boolean
  /** Given where it gives way in a narrow window, the lowest first; see `fitting` in `layout.ts`. */
  readonly yields?: number
  /** Given where the table can be sorted by this column. */
  readonly sort?: Sort
  /** The first press sorts downwards: latest, most. */
  readonly downFirst?: boolean
  readonly cell: (row: Row) => ReactNode
}
