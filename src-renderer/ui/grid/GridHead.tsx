// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out virtually, which the elements of a table cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus and names its active row
import { type CSSProperties, memo } from 'react'
import { text } from '../../text/text.ts'
import type { SortState } from '../table-column.ts'
import { ColumnEdge } from './ColumnEdge.tsx'
import classes from './Grid.module.css'
import type { GridColumn } from './grid-column.ts'
import { withWidth } from './layout.ts'
import { changeLayout } from './use-layout.ts'

interface GridHeadProps<Row, Sort extends string> {
  /** Name under which the table remembers its columns. */
  readonly table: string
  readonly columns: readonly GridColumn<Row, Sort>[]
  readonly lefts: readonly number[]
  readonly sort: SortState<Sort> | undefined
  readonly onSort: ((next: SortState<Sort>) => void) | undefined
  /** How many rows are chosen; `undefined` where none can be. */
  readonly chosen: 'none' | 'some' | 'all' | undefined
  readonly onToggleAll: () => void
}

function Head<Row, Sort extends string>(props: GridHeadProps<Row, Sort>) {
  const { table, columns, lefts, sort, onSort, chosen, onToggleAll } = props
  const start = chosen === undefined ? 1 : 2
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
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
              style={style}
            >
              <HeadText column={column} sort={sort} onSort={onSort} />
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

function HeadText<Row, Sort extends string>({
  column,
  sort,
  onSort,
}: Pick<GridHeadProps<Row, Sort>, 'sort' | 'onSort'> & { readonly column: GridColumn<Row, Sort> }) {
  const by = column.sort
  if (by === undefined || !onSort) return <span className={classes.headText}>{column.head}</span>
  const sorted = sort?.by === by
  return (
    <button
      type="button"
      className={classes.sort}
      data-sorted={sorted || undefined}
      onClick={() => onSort({ by, descending: sorted ? !sort.descending : column.downFirst === true })}
    >
      {column.head}
      {sorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
    </button>
  )
}
