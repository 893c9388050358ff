import { ActionIcon, Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { ContactQuery, ContactSort } from '../../../src-main/contract/contact-query.ts'
import type { ContactRow } from '../../../src-main/contract/contacts.ts'
import { text } from '../../text/text.ts'
import { FilterChips } from '../../ui/contact-filter/FilterChips.tsx'
import { BulkBar, type BulkDialog } from '../../ui/contacts/bulk/BulkBar.tsx'
import { BulkDialogs } from '../../ui/contacts/bulk/BulkDialogs.tsx'
import { useAct } from '../../ui/contacts/bulk/use-act.ts'
import { ContactGrid, GridFacts } from '../../ui/contacts/ContactGrid.tsx'
import { nameOf } from '../../ui/contacts/name-of.ts'
import { useChosen } from '../../ui/contacts/use-chosen.ts'
import { useContactRows } from '../../ui/contacts/use-contact-rows.ts'
import { FilterBar } from '../../ui/FilterBar.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
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
  const selected = useChosen(query, rows)
  const { chosen } = selected
  const [dialog, setDialog] = useState<BulkDialog>()
  const done = () => {
    setDialog(undefined)
    selected.clear()
  }
  const leave = useAct(done)
  const list = query.scope.of === 'list' ? query.scope.list : undefined
  const cleared = () => {
    const { search: _, filter: __, ...others } = search
    onSearch(others, false)
  }
  return (
    <>
      <FilterBar right={<GridFacts rows={rows} table={table} columns={columns} />}>
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
      <ContactGrid
        label={words.label}
        failed={words.failed}
        table={table}
        columns={columns}
        rows={rows}
        chosen={selected}
        sort={sort}
        onSort={({ by, descending }) => {
          const { down: _, ...others } = search
          onSearch({ ...others, sort: by, ...(descending && { down: true }) }, false)
        }}
        acts={rowActs}
        empty={
          <ContactsEmpty
            scope={query.scope}
            narrowed={isNarrowed(search)}
            onClear={cleared}
            onAdd={onAdd}
            onEditSegment={onEditSegment}
          />
        }
        keys={
          <>
            <Kbd>J</Kbd>
            <Kbd>K</Kbd> {text.grid.keys.move} <Kbd>X</Kbd> {text.grid.keys.select} <Kbd>Space</Kbd>{' '}
            {text.grid.keys.preview} <Kbd>Enter</Kbd> {text.grid.keys.open}
          </>
        }
      >
        {chosen && (
          <BulkBar
            contacts={chosen.contacts}
            all={selected.all}
            onAll={selected.chooseAll}
            onAsk={setDialog}
            onLeaveList={
              list &&
              (() =>
                leave.mutate(
                  { selection: chosen.selection, action: { do: 'remove_from_list', list } },
                  { onError: error => sayRefusal(error, words.bulk.stays) },
                ))
            }
            onClear={selected.clear}
          />
        )}
      </ContactGrid>
      {dialog && chosen && (
        <BulkDialogs asked={dialog} chosen={chosen} onClose={() => setDialog(undefined)} onDone={done} />
      )}
    </>
  )
}

const rowActs = (row: ContactRow) => (
  <ActionIcon
    size="sm"
    aria-label={words.open(nameOf(row))}
    renderRoot={props => <Link to="/contacts/$id" params={{ id: row.id }} {...props} />}
  >
    <IconArrowRight size={14} />
  </ActionIcon>
)
