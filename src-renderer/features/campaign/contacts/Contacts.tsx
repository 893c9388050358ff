import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDownload, IconHelpCircle, IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { ContactRow } from '../../../../src-main/contract/contacts.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { text } from '../../../text/text.ts'
import { FilterBuilder } from '../../../ui/contact-filter/FilterBuilder.tsx'
import { FilterChips } from '../../../ui/contact-filter/FilterChips.tsx'
import { AddToCampaign } from '../../../ui/contacts/AddToCampaign.tsx'
import { BulkDialogs } from '../../../ui/contacts/bulk/BulkDialogs.tsx'
import { type Chosen, chosenOf } from '../../../ui/contacts/bulk/chosen.ts'
import { useAct } from '../../../ui/contacts/bulk/use-act.ts'
import { nameOf } from '../../../ui/contacts/name-of.ts'
import { useContactRows } from '../../../ui/contacts/use-contact-rows.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { ExportDialog } from '../../../ui/exports/ExportDialog.tsx'
import { FilterBar, TableFoot } from '../../../ui/FilterBar.tsx'
import { FilterMenu } from '../../../ui/FilterMenu.tsx'
import { ColumnMenu } from '../../../ui/grid/ColumnMenu.tsx'
import { Grid } from '../../../ui/grid/Grid.tsx'
import { shownInOrder } from '../../../ui/grid/layout.ts'
import { everyRow, noRows, type Selection } from '../../../ui/grid/selection.ts'
import { useLayout } from '../../../ui/grid/use-layout.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { sayRefusal } from '../../../ui/say.tsx'
import { leadLooks, leadOrder } from '../../../ui/status.ts'
import { WhyDrawer } from '../../../ui/why/WhyDrawer.tsx'
import { leadColumns } from './columns.tsx'
import { isNarrowed, type LeadSearch, queryOf, sortOf } from './filter.ts'
import { LeadBar, type LeadDialog } from './LeadBar.tsx'

const route = getRouteApi('/campaigns/$id/contacts')
const words = text.campaign.contacts
const table = 'campaign-contacts'
const callingMs = 2_000
const restingMs = 10_000
const noFields: readonly string[] = []

type Asked = LeadDialog | 'export' | 'filter' | 'add'

/** The contacts of a campaign: who, where in the process, what holds them, and what can be done with them. */
export function Contacts() {
  const id = route.useParams().id as CampaignRow['id']
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/campaigns/$id/contacts' })
  const statuses = useCampaignLive(id, live => live?.statuses)
  const name = useCampaignLive(id, live => live?.campaign.name) ?? ''
  const calling = useCampaignLive(id, live => (live?.campaign.activeCalls ?? 0) > 0)
  const query = useMemo(() => queryOf(id, search), [id, search])
  const sort = useMemo(() => sortOf(search), [search])
  const rows = useContactRows(query, sort, noFields, calling ? callingMs : restingMs)
  const { total } = rows

  const [asked, setAsked] = useState<Asked>()
  const [why, setWhy] = useState<ContactRow>()
  const [selected, setSelected] = useState<Selection>(noRows)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected belongs to the rows that were shown
  useEffect(() => setSelected(noRows), [query])
  const columns = useMemo(() => leadColumns(setWhy), [])
  const layout = useLayout(table)
  const shown = useMemo(() => shownInOrder(columns, layout).map(column => column.id), [columns, layout])
  const chosen = chosenOf(selected, query, total)
  const done = useCallback(() => {
    setAsked(undefined)
    setSelected(noRows)
  }, [])
  const act = useAct(done)
  const stays = { onError: (error: unknown) => sayRefusal(error, words.bulk.stays) }
  const onOne = (contact: ContactRow): Chosen['selection'] => ({ contacts: [contact.id] })

  const change = (next: LeadSearch, replace = false) => void navigate({ search: next, replace })
  const { search: _, filter: __, status, ...order } = search
  const selection = useMemo(
    () => ({ value: selected, onChange: setSelected, keysBetween: rows.keysBetween }),
    [selected, rows.keysBetween],
  )
  const present = leadOrder.filter(one => (statuses?.[one] ?? 0) > 0 || status?.includes(one))
  return (
    <>
      <FilterBar
        right={
          <>
            <span aria-live="polite">
              {rows.loading && total === 0 ? '' : text.contacts.fact(total, rows.counted)}
            </span>
            <ColumnMenu table={table} columns={columns} />
            <Button
              size="compact-sm"
              leftSection={<IconDownload size={14} />}
              disabled={total === 0}
              onClick={() => setAsked('export')}
            >
              {text.contacts.export}
            </Button>
            <AddMenu id={id} onContacts={() => setAsked('add')} />
          </>
        }
      >
        <SearchBox
          label={words.search}
          value={search.search ?? ''}
          onChange={typed => {
            const { search: before, ...others } = search
            change({ ...others, ...(typed && { search: typed }) }, true)
          }}
        />
        <FilterMenu
          word={words.columns.status}
          values={present}
          chosen={status ?? []}
          look={one => leadLooks[one]}
          name={one => words.statusCount(text.words.leads[one], statuses?.[one] ?? 0)}
          shortName={one => text.words.leads[one]}
          onToggle={one => {
            const next = status?.includes(one)
              ? status.filter(other => other !== one)
              : [...(status ?? []), one]
            const { status: before, ...others } = search
            change({ ...others, ...(next.length > 0 && { status: next }) }, true)
          }}
        />
        <FilterChips
          filter={search.filter ?? null}
          within="campaign"
          onAll={() => setAsked('filter')}
          onChange={filter => {
            const { filter: before, ...others } = search
            change({ ...others, ...(filter && { filter }) })
          }}
        />
        {isNarrowed(search) && (
          <Button size="compact-xs" variant="subtle" onClick={() => change(order)}>
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
          rowActs={{
            w: setWhy,
            r: row => act.mutate({ selection: onOne(row), action: { do: 'retry_now', campaign: id } }, stays),
            s: row => act.mutate({ selection: onOne(row), action: { do: 'skip', campaign: id } }, stays),
            p: row => {
              const priority = row.lead?.priority === 'high' ? 'normal' : 'high'
              act.mutate(
                { selection: onOne(row), action: { do: 'set_priority', campaign: id, priority } },
                stays,
              )
            },
          }}
          sort={sort}
          onSort={({ by, descending }) => {
            const { sort: before, down, ...others } = search
            change({ ...others, sort: by, ...(descending && { down: true }) })
          }}
          onOpen={row => void navigate({ to: '/contacts/$id', params: { id: row.id } })}
          onRange={rows.onRange}
          selection={selection}
          acts={row => (
            <ActionIcon size="sm" aria-label={text.why.act(nameOf(row))} onClick={() => setWhy(row)}>
              <IconHelpCircle size={14} />
            </ActionIcon>
          )}
          actsWidth={44}
          loading={rows.loading}
          listKey={rows.listKey}
          empty={
            isNarrowed(search) ? (
              <EmptyState title={words.noMatch} sentence={words.noMatchSentence} />
            ) : (
              <EmptyState title={words.empty} sentence={words.emptySentence}>
                <Button variant="filled" onClick={() => setAsked('add')}>
                  {words.add.contacts}
                </Button>
              </EmptyState>
            )
          }
        />
      )}
      {chosen && (
        <LeadBar
          contacts={chosen.contacts}
          all={chosen.contacts < total ? total : undefined}
          onAll={() => setSelected(everyRow)}
          onAct={does =>
            act.mutate({ selection: chosen.selection, action: { do: does, campaign: id } }, stays)
          }
          onPriority={priority =>
            act.mutate(
              { selection: chosen.selection, action: { do: 'set_priority', campaign: id, priority } },
              stays,
            )
          }
          onAsk={setAsked}
          onClear={() => setSelected(noRows)}
        />
      )}
      <TableFoot
        right={
          <>
            <Kbd>J</Kbd>
            <Kbd>K</Kbd> {words.keys.move} <Kbd>X</Kbd> {text.grid.keys.select} <Kbd>W</Kbd> {words.keys.why}{' '}
            <Kbd>R</Kbd> <Kbd>S</Kbd> <Kbd>P</Kbd> {words.keys.acts}
          </>
        }
      >
        {text.shell.rows(rows.range[0] + 1, Math.min(rows.range[1] + 1, total), total)}
        {rows.changed && (
          <>
            {' '}
            · {text.contacts.changed}{' '}
            <Button size="compact-xs" variant="subtle" onClick={rows.renew}>
              {text.contacts.renew}
            </Button>
          </>
        )}
      </TableFoot>
      {chosen && (asked === 'add_tags' || asked === 'do_not_call') && (
        <BulkDialogs asked={asked} chosen={chosen} onClose={() => setAsked(undefined)} onDone={done} />
      )}
      {asked === 'export' && (
        <ExportDialog
          query={query}
          sort={sort}
          columns={shown}
          title={text.contacts.exportTitle(name)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'filter' && (
        <FilterBuilder
          filter={search.filter ?? null}
          within={query}
          onUse={filter => {
            const { filter: before, ...others } = search
            change({ ...others, ...(filter && { filter }) })
            setAsked(undefined)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'add' && <AddToCampaign campaign={id} name={name} onClose={() => setAsked(undefined)} />}
      {why?.lead && (
        <WhyDrawer
          lead={{ lead: why.lead.id, contact: why.id, name: nameOf(why) }}
          onClose={() => setWhy(undefined)}
        />
      )}
    </>
  )
}

const rowKey = ({ id }: ContactRow) => id

const AddMenu = ({ id, onContacts }: { id: CampaignRow['id']; onContacts: () => void }) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button size="compact-sm" leftSection={<IconPlus size={14} />}>
        {words.add.menu}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={onContacts}>{words.add.contacts}</Menu.Item>
      <Menu.Item renderRoot={props => <Link to="/contacts/import" search={{ campaign: id }} {...props} />}>
        {words.add.file}
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
)
