// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out virtually, which the elements of a table cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus and names its active row
import { memo, type ReactNode } from 'react'
import { text } from '../../text/text.ts'
import classes from './Grid.module.css'
import type { GridColumn } from './grid-column.ts'

interface GridLineProps {
  readonly id: string
  readonly index: number
  readonly height: number
  readonly columns: readonly GridColumn<unknown>[]
  readonly lefts: readonly number[]
  /** `undefined` while it is on its way. */
  readonly row: unknown
  readonly selectable: boolean
  readonly chosen: boolean
  readonly active: boolean
  readonly opens: boolean
  /** The row's name, for its check box. */
  readonly rowName: (row: unknown) => string
  /** Only of the row under the pointer and of the active one. */
  readonly acts: ((row: unknown) => ReactNode) | undefined
}

/** One row, drawn again only when its own data or state changes. Presses are heard by the grid. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { id, index, height, columns, lefts, row, selectable, chosen, active, opens, rowName, acts } = props
  const known = row !== undefined
  const start = selectable ? 2 : 1
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={selectable ? chosen : undefined}
      data-index={index}
      data-active={active || undefined}
      data-opens={(opens && known) || undefined}
      className={classes.row}
      style={{ height }}
    >
      {selectable && (
        <div role="gridcell" aria-colindex={1} className={`${classes.pinned} ${classes.check}`}>
          {known && (
            <input
              type="checkbox"
              tabIndex={-1}
              data-check
              aria-label={text.grid.select(rowName(row))}
              checked={chosen}
              readOnly
            />
          )}
        </div>
      )}
      {columns.map((column, place) => {
        const left = lefts[place]
        return (
          <div
            role="gridcell"
            key={column.id}
            aria-colindex={place + start}
            className={`${classes.cell} ${left === undefined ? '' : classes.pinned} ${place === lefts.length - 1 ? classes.pinnedLast : ''}`}
            data-right={column.right || undefined}
            style={left === undefined ? undefined : { left }}
          >
            {known ? column.cell(row) : <span className={classes.waiting} />}
          </div>
        )
      })}
      <div role="gridcell" aria-colindex={columns.length + start} className={classes.acts}>
        {known && acts?.(row)}
      </div>
    </div>
  )
})
