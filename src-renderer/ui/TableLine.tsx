// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out virtually, which the elements of a table cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time takes the focus, as in every list of the application
import { memo } from 'react'
import classes from './DataTable.module.css'
import { SkeletonRow } from './Skeleton.tsx'
import type { Column } from './table-column.ts'

interface LineProps {
  readonly index: number
  readonly top: number
  readonly height: number
  readonly tracks: string
  readonly columns: readonly Column<unknown>[]
  readonly row: unknown
  readonly focusable: boolean
  readonly onFocus: (index: number) => void
  readonly onOpen: ((row: unknown) => void) | undefined
}

/** One row, redrawn only when its own data or its place changes. */
export const TableLine = memo(function TableLine(props: LineProps) {
  const { index, top, height, tracks, columns, row, focusable, onFocus, onOpen } = props
  const place = { transform: `translateY(${top}px)`, height }
  if (row === undefined)
    return (
      <div role="row" aria-rowindex={index + 2} className={classes.row} style={place}>
        <div role="cell" className={classes.waiting}>
          <SkeletonRow height={height} />
        </div>
      </div>
    )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table handles Enter for the row in focus
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={focusable ? 0 : -1}
      className={classes.row}
      data-opens={onOpen ? true : undefined}
      style={{ ...place, gridTemplateColumns: tracks }}
      onFocus={() => onFocus(index)}
      onClick={event => {
        const { target, currentTarget } = event
        // A dialog that a cell opened stands elsewhere, though its clicks come by here.
        if (!(target instanceof Element) || !currentTarget.contains(target)) return
        if (target.closest('a, button, input, [role=menu]')) return
        onOpen?.(row)
      }}
    >
      {columns.map(column => (
        <div role="cell" key={column.id} className={classes.cell} data-right={column.right || undefined}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
})
