import { ActionIcon, Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { ContactQuery, ContactSort } from '../../../src-main/contract/contact-query.ts'
import type { ContactRow } from '../../../src-main/contract/contacts.ts'
import { text } from '../../text/text.ts'
import { FilterChips } from '../../ui/contact-filter/FilterChips.tsx'
import { BulkBar, type BulkDialog } from '../../ui/contacts/bulk/BulkBar.tsx'
import { BulkDialogs } from '../../ui/contacts/bulk/BulkDialogs.tsx'
import { chosenOf } from '../../ui/contacts/bulk/chosen.ts'
import { useAct } from '../../ui/contacts/bulk/use-act.ts'
import { nameOf } from '../../ui/contacts/name-of.ts'
import { useContactRows } from '../../ui/contacts/use-contact-rows.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { FilterBar, TableFoot } from '../../ui/FilterBar.tsx'
import { ColumnMenu } from '../../ui/grid/ColumnMenu.tsx'
import { Grid } from '../../ui/grid/Grid.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { everyRow, noRows, type Selection } from '../../ui/grid/selection.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import { ContactsEmpty } from './ContactsEmpty.tsx'
import { type ContactSearch, isNarrowed, type SortBy } from './search.ts'

const words = text.contacts

interface ContactTableProps {
  readonly table: string
  readonly columns: readonly GridColumn<ContactRow, SortBy>[]
  /** Custom fields that are shown. */
  readonly fields: readonly string[]
  readonly query: ContactQuery
  readonly sort: { readonly by: SortBy; readonly descending: boolean }
  readonly search: ContactSearch
  readonly onSearch: (next: ContactSearch, replace: boolean) => void
  readonly scope: ReactNode
  /** Opens all filters at once. */
  readonly onAll: () => void
  readonly onAdd: () => void
  readonly onEditSegment: (() => void) | undefined
}

/** Search, filters, rows, and what can be done with those that were selected. */
export function ContactTable(props: ContactTableProps) {
  const { table, columns, fields, query, sort, search, onSearch, scope, onAll, onAdd, onEditSegment } = props
  const rows = useContactRows(query, sort satisfies ContactSort, fields)
  const { total } = rows
  const navigate = useNavigate()
  const [selected, setSelected] = useState<Selection>(noRows)
  const [dialog, setDialog] = useState<BulkDialog>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected belongs to the rows that were shown
  useEffect(() => setSelected(noRows), [query])
  const chosen = chosenOf(selected, query, total)
  const done = () => {
    setDialog(undefined)
    setSelected(noRows)
  }
  const leave = useAct(done)
  const list = query.scope.of === 'list' ? query.scope.list : undefined
  const selection = useMemo(
    () => ({ value: selected, onChange: setSelected, keysBetween: rows.keysBetween }),
    [selected, rows.keysBetween],
  )
  const open = useCallback(
    ({ id }: ContactRow) => void navigate({ to: '/contacts/$id', params: { id } }),
    [navigate],
  )
  const cleared = () => {
    const { search: _, filter: __, ...others } = search
    onSearch(others, false)
  }
  return (
    <>
      <FilterBar
        right={
          <>
            <span aria-live="polite">
              {rows.loading && total === 0 ? '' : words.fact(total, rows.counted)}
            </span>
            <ColumnMenu table={table} columns={columns} />
          </>
        }
      >
        {scope}
        <SearchBox
          label={words.search}
          value={search.search ?? ''}
          onChange={typed => {
            const { search: _, ...others } = search
            onSearch({ ...others, ...(typed && { search: typed }) }, true)
          }}
        />
        <FilterChips
          filter={search.filter ?? null}
          within="all"
          onAll={onAll}
          onChange={filter => {
            const { filter: _, ...others } = search
            onSearch({ ...others, ...(filter && { filter }) }, false)
          }}
        />
        {isNarrowed(search) && (
          <Button size="compact-xs" variant="subtle" onClick={cleared}>
            {text.shell.clearFilters}
          </Button>
        )}
      </FilterBar>
      {rows.error && total === 0 ? (
        <ErrorPanel what={words.failed} error={rows.error} onRetry={rows.retry} />
      ) : (
        <Grid
          label={words.label}
          table={table}
          columns={columns}
          total={total}
          row={rows.row}
          rowKey={rowKey}
          rowName={nameOf}
          sort={sort}
          onSort={({ by, descending }) => {
            const { down: _, ...others } = search
            onSearch({ ...others, sort: by, ...(descending && { down: true }) }, false)
          }}
          onOpen={open}
          onRange={rows.onRange}
          selection={selection}
          acts={rowActs}
          actsWidth={44}
          loading={rows.loading}
          listKey={rows.listKey}
          empty={
            <ContactsEmpty
              scope={query.scope}
              narrowed={isNarrowed(search)}
              onClear={cleared}
              onAdd={onAdd}
              onEditSegment={onEditSegment}
            />
          }
        />
      )}
      {chosen && (
        <BulkBar
          contacts={chosen.contacts}
          all={chosen.contacts < total ? total : undefined}
          onAll={() => setSelected(everyRow)}
          onAsk={setDialog}
          onLeaveList={
            list &&
            (() =>
              leave.mutate(
                { selection: chosen.selection, action: { do: 'remove_from_list', list } },
                { onError: error => sayRefusal(error, words.bulk.stays) },
              ))
          }
          onClear={() => setSelected(noRows)}
        />
      )}
      <TableFoot
        right={
          <>
            <Kbd>J</Kbd>
            <Kbd>K</Kbd> {text.grid.keys.move} <Kbd>X</Kbd> {text.grid.keys.select} <Kbd>Enter</Kbd>{' '}
            {text.grid.keys.open}
          </>
        }
      >
        {text.shell.rows(rows.range[0] + 1, Math.min(rows.range[1] + 1, total), total)}
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
      {dialog && chosen && (
        <BulkDialogs asked={dialog} chosen={chosen} onClose={() => setDialog(undefined)} onDone={done} />
      )}
    </>
  )
}

const rowKey = ({ id }: ContactRow) => id

const rowActs = (row: ContactRow) => (
  <ActionIcon
    size="sm"
    aria-label={words.open(nameOf(row))}
    renderRoot={props => <Link to="/contacts/$id" params={{ id: row.id }} {...props} />}
  >
    <IconArrowRight size={14} />
  </ActionIcon>
)
