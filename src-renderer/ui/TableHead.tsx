// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out virtually, which the elements of a table cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time takes the focus, as in every list of the application
import classes from './DataTable.module.css'
import type { Column, SortState } from './table-column.ts'

interface HeadProps<Row, Sort extends string> {
  readonly column: Column<Row, Sort>
  readonly sort?: SortState<Sort>
  readonly onSort?: (next: SortState<Sort>) => void
}

export function TableHead<Row, Sort extends string>({ column, sort, onSort }: HeadProps<Row, Sort>) {
  const by = column.sort
  const sorted = by !== undefined && sort?.by === by
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : undefined
  return (
    <div
      role="columnheader"
      aria-sort={direction}
      className={classes.headCell}
      data-right={column.right || undefined}
    >
      {by !== undefined && onSort ? (
        <button
          type="button"
          className={classes.sort}
          data-sorted={sorted || undefined}
          onClick={() => onSort({ by, descending: sorted ? !sort.descending : false })}
        >
          {column.head}
          {sorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
        </button>
      ) : (
        <span className={column.headUnseen ? 'unseen' : undefined}>{column.head}</span>
      )}
    </div>
  )
}
