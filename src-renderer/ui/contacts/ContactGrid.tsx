import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'
import type { ContactRow } from '../../../src-main/contract/contacts.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../ErrorPanel.tsx'
import { TableFoot } from '../FilterBar.tsx'
import { ColumnMenu } from '../grid/ColumnMenu.tsx'
import { Grid } from '../grid/Grid.tsx'
import type { GridColumn } from '../grid/grid-column.ts'
import { useUndoKey } from '../jobs/use-undo-key.ts'
import type { SortState } from '../table-column.ts'
import { nameOf } from './name-of.ts'
import { ContactPreview } from './preview/ContactPreview.tsx'
import type { ChosenContacts } from './use-chosen.ts'
import type { ContactRows } from './use-contact-rows.ts'

const words = text.contacts
const rowHeight = 28
const actsWidth = 44

interface ContactGridProps<Sort extends string> {
  readonly label: string
  readonly failed: string
  /** Name under which the columns are remembered. */
  readonly table: string
  readonly columns: readonly GridColumn<ContactRow, Sort>[]
  readonly rows: ContactRows
  readonly chosen: ChosenContacts
  readonly sort: SortState<Sort>
  readonly onSort: (next: SortState<Sort>) => void
  /** What single letters do with the active row. */
  readonly rowActs?: Readonly<Record<string, (row: ContactRow) => void>>
  /** At the right end of a row; stable between renders. */
  readonly acts: (row: ContactRow) => ReactNode
  /** Stands under the head when there is no row. */
  readonly empty: ReactNode
  /** Which keys do what, at the right of the foot. */
  readonly keys: ReactNode
  /** The bar for those who were selected. */
  readonly children: ReactNode
}

/** The rows of a query with preview, selection and foot: the same for all contacts and for those of a campaign. */
export function ContactGrid<Sort extends string>(props: ContactGridProps<Sort>) {
  const { label, failed, table, columns, rows, chosen, sort, onSort, rowActs, acts, empty, keys } = props
  const { total, range } = rows
  const navigate = useNavigate()
  const open = useCallback(
    ({ id }: ContactRow) => void navigate({ to: '/contacts/$id', params: { id } }),
    [navigate],
  )
  useUndoKey()
  return (
    <>
      {rows.error && total === 0 ? (
        <ErrorPanel what={failed} error={rows.error} onRetry={rows.retry} />
      ) : (
        <Grid
          label={label}
          table={table}
          columns={columns}
          total={total}
          row={rows.row}
          rowKey={rowKey}
          rowName={nameOf}
          rowHeight={rowHeight}
          sort={sort}
          onSort={onSort}
          onOpen={open}
          onRange={rows.onRange}
          selection={chosen.selection}
          {...(rowActs && { rowActs })}
          preview={preview}
          acts={acts}
          actsWidth={actsWidth}
          loading={rows.loading}
          listKey={rows.listKey}
          empty={empty}
        />
      )}
      {props.children}
      <TableFoot right={keys}>
        {text.shell.rows(range[0] + 1, Math.min(range[1] + 1, total), total)}
        {rows.changed && (
          <>
            {' '}
            · {words.changed}{' '}
            <Button size="compact-xs" variant="subtle" onClick={rows.renew}>
              {words.renew}
            </Button>
          </>
        )}
      </TableFoot>
    </>
  )
}

const rowKey = ({ id }: ContactRow) => id
const preview = (row: ContactRow) => <ContactPreview key={row.id} row={row} />

interface GridFactsProps {
  readonly rows: ContactRows
  readonly table: string
  readonly columns: readonly GridColumn<ContactRow>[]
}

/** How many there are, and which columns show them: at the right of the bar over the grid. */
export const GridFacts = ({ rows, table, columns }: GridFactsProps) => (
  <>
    <span aria-live="polite">
      {rows.loading && rows.total === 0 ? '' : words.fact(rows.total, rows.counted)}
    </span>
    <ColumnMenu table={table} columns={columns} />
  </>
)
