// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out virtually, which the elements of a table cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus and names its active row
import { type CSSProperties, memo } from 'react'
import { text } from '../../text/text.ts'
import type { SortState } from '../table-column.ts'
import { ColumnEdge } from './ColumnEdge.tsx'
import classes from './Grid.module.css'
import type { GridColumn } from './grid-column.ts'
import { moved, withWidth } from './layout.ts'
import { useColumnDrag } from './use-column-drag.ts'
import { useHeadKeys } from './use-head-keys.ts'
import { changeLayout } from './use-layout.ts'

interface GridHeadProps<Row, Sort extends string> {
  /** Name under which the table remembers its columns. */
  readonly table: string
  /** All that there are, shown or not. */
  readonly all: readonly GridColumn<Row, Sort>[]
  /** Those that are shown, in their order. */
  readonly columns: readonly GridColumn<Row, Sort>[]
  readonly lefts: readonly number[]
  readonly sort: SortState<Sort> | undefined
  readonly onSort: ((next: SortState<Sort>) => void) | undefined
  /** How many rows are chosen; `undefined` where none can be. */
  readonly chosen: 'none' | 'some' | 'all' | undefined
  readonly onToggleAll: () => void
}

function Head<Row, Sort extends string>(props: GridHeadProps<Row, Sort>) {
  const { table, all, columns, lefts, sort, onSort, chosen, onToggleAll } = props
  const start = chosen === undefined ? 1 : 2
  const drag = useColumnDrag(table, all)
  const keys = useHeadKeys(columns, {
    move: (id, step) => changeLayout(table, layout => moved(layout, all, id, step)),
    widen: (id, width) => changeLayout(table, layout => withWidth(layout, id, width)),
  })
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow} onKeyDown={keys.onKeyDown}>
        {chosen !== undefined && (
          <div role="columnheader" aria-colindex={1} className={`${classes.pinned} ${classes.check}`}>
            <input
              type="checkbox"
              aria-label={text.grid.selectAll}
              checked={chosen === 'all'}
              ref={box => {
                if (box) box.indeterminate = chosen === 'some'
              }}
              onChange={onToggleAll}
            />
          </div>
        )}
        {columns.map((column, place) => {
          const left = lefts[place]
          const style: CSSProperties | undefined = left === undefined ? undefined : { left }
          const last = place === lefts.length - 1
          return (
            <div
              role="columnheader"
              key={column.id}
              aria-colindex={place + start}
              aria-sort={directionOf(column, sort)}
              className={`${classes.headCell} ${left === undefined ? '' : classes.pinned} ${last ? classes.pinnedLast : ''}`}
              data-right={column.right || undefined}
              data-column={column.id}
              data-dragged={drag.dragged === column.id || undefined}
              data-drop={
                drag.before === column.id ? 'before' : drag.after === column.id ? 'after' : undefined
              }
              style={style}
              {...drag.handlers(column.id)}
            >
              <HeadButton
                column={column}
                sort={sort}
                onSort={onSort}
                inTabOrder={keys.inTabOrder(column.id)}
              />
              <ColumnEdge
                onWidth={width => changeLayout(table, layout => withWidth(layout, column.id, width))}
              />
            </div>
          )
        })}
        <div role="columnheader" aria-colindex={columns.length + start}>
          <span className="unseen">{text.shell.actions}</span>
        </div>
      </div>
    </div>
  )
}

/** Drawn again only when columns or order change, not with every row that scrolls by. */
export const GridHead = memo(Head) as typeof Head

const directionOf = (column: GridColumn<never>, sort: SortState<string> | undefined) => {
  if (column.sort === undefined || sort?.by !== column.sort) return undefined
  return sort.descending ? 'descending' : 'ascending'
}

interface HeadButtonProps<Row, Sort extends string>
  extends Pick<GridHeadProps<Row, Sort>, 'sort' | 'onSort'> {
  readonly column: GridColumn<Row, Sort>
  readonly inTabOrder: boolean
}

/** Sorts where the table can be sorted by this column; moved and resized by keys in any case. */
function HeadButton<Row, Sort extends string>({
  column,
  sort,
  onSort,
  inTabOrder,
}: HeadButtonProps<Row, Sort>) {
  const by = onSort === undefined ? undefined : column.sort
  const sorted = by !== undefined && sort?.by === by
  return (
    <button
      type="button"
      className={classes.headButton}
      data-head
      data-sorts={by !== undefined || undefined}
      data-sorted={sorted || undefined}
      tabIndex={inTabOrder ? 0 : -1}
      aria-keyshortcuts="Control+ArrowLeft Control+ArrowRight Shift+ArrowLeft Shift+ArrowRight"
      onClick={() =>
        by !== undefined &&
        onSort?.({ by, descending: sorted ? !sort.descending : column.downFirst === true })
      }
    >
      {column.head}
      {sorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
    </button>
  )
}
