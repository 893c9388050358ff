import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDownload, IconHelpCircle, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { ContactRow } from '../../../../src-main/contract/contacts.ts'
import { api } from '../../../api/client.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { text } from '../../../text/text.ts'
import { FilterBuilder } from '../../../ui/contact-filter/FilterBuilder.tsx'
import { FilterChips } from '../../../ui/contact-filter/FilterChips.tsx'
import { AddToCampaign } from '../../../ui/contacts/AddToCampaign.tsx'
import { AddContact } from '../../../ui/contacts/add/AddContact.tsx'
import { BulkDialogs } from '../../../ui/contacts/bulk/BulkDialogs.tsx'
import type { Chosen } from '../../../ui/contacts/bulk/chosen.ts'
import { type ContactActs, useAct } from '../../../ui/contacts/bulk/use-act.ts'
import { ContactGrid, GridFacts } from '../../../ui/contacts/ContactGrid.tsx'
import { nameOf } from '../../../ui/contacts/name-of.ts'
import { useChosen } from '../../../ui/contacts/use-chosen.ts'
import { useContactRows } from '../../../ui/contacts/use-contact-rows.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ExportDialog } from '../../../ui/exports/ExportDialog.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { FilterMenu } from '../../../ui/FilterMenu.tsx'
import { shownInOrder } from '../../../ui/grid/layout.ts'
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

type Asked = LeadDialog | 'export' | 'filter' | 'add' | 'by-hand'

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
  const lists = useQuery(api.lists.all.queryOptions()).data ?? []
  const rows = useContactRows(query, sort, noFields, calling ? callingMs : restingMs)
  const { total } = rows

  const [asked, setAsked] = useState<Asked>()
  const [why, setWhy] = useState<ContactRow>()
  const selected = useChosen(query, rows)
  const { chosen, clear } = selected
  const columns = useMemo(() => leadColumns(setWhy), [])
  const layout = useLayout(table)
  const shown = useMemo(() => shownInOrder(columns, layout).map(column => column.id), [columns, layout])
  const done = useCallback(() => {
    setAsked(undefined)
    clear()
  }, [clear])
  const act = useAct(done)
  const actOn = (selection: Chosen['selection'], action: ContactActs) =>
    act.mutate({ selection, action }, { onError: error => sayRefusal(error, words.bulk.stays) })
  const actOnOne = (contact: ContactRow, action: ContactActs) => actOn({ contacts: [contact.id] }, action)
  const rowActs = useCallback(
    (row: ContactRow) => (
      <ActionIcon size="sm" aria-label={text.why.act(nameOf(row))} onClick={() => setWhy(row)}>
        <IconHelpCircle size={14} />
      </ActionIcon>
    ),
    [],
  )

  const change = (next: LeadSearch, replace = false) => void navigate({ search: next, replace })
  const { search: _, filter: __, status, ...order } = search
  const present = leadOrder.filter(one => (statuses?.[one] ?? 0) > 0 || status?.includes(one))
  return (
    <>
      <FilterBar
        right={
          <>
            <GridFacts rows={rows} table={table} columns={columns} />
            <Button
              size="compact-xs"
              leftSection={<IconDownload size={14} />}
              disabled={total === 0}
              onClick={() => setAsked('export')}
            >
              {text.contacts.export}
            </Button>
            <AddMenu id={id} onContacts={() => setAsked('add')} onByHand={() => setAsked('by-hand')} />
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
      <ContactGrid
        label={words.label}
        failed={words.failed}
        table={table}
        columns={columns}
        rows={rows}
        chosen={selected}
        sort={sort}
        onSort={({ by, descending }) => {
          const { sort: before, down, ...others } = search
          change({ ...others, sort: by, ...(descending && { down: true }) })
        }}
        rowActs={{
          w: setWhy,
          r: row => actOnOne(row, { do: 'retry_now', campaign: id }),
          s: row => actOnOne(row, { do: 'skip', campaign: id }),
          p: row => {
            const priority = row.lead?.priority === 'high' ? 'normal' : 'high'
            actOnOne(row, { do: 'set_priority', campaign: id, priority })
          },
        }}
        acts={rowActs}
        empty={
          isNarrowed(search) ? (
            <EmptyState title={words.noMatch} sentence={words.noMatchSentence}>
              <Button onClick={() => change(order)}>{text.shell.clearFilters}</Button>
            </EmptyState>
          ) : (
            <EmptyState title={words.empty} sentence={words.emptySentence}>
              <Button variant="filled" onClick={() => setAsked('add')}>
                {words.add.contacts}
              </Button>
            </EmptyState>
          )
        }
        keys={
          <>
            <Kbd>J</Kbd>
            <Kbd>K</Kbd> {words.keys.move} <Kbd>X</Kbd> {text.grid.keys.select} <Kbd>Space</Kbd>{' '}
            {text.grid.keys.preview} <Kbd>W</Kbd> {words.keys.why} <Kbd>R</Kbd> <Kbd>S</Kbd> <Kbd>P</Kbd>{' '}
            {words.keys.acts}
          </>
        }
      >
        {chosen && (
          <LeadBar
            contacts={chosen.contacts}
            all={selected.all}
            onAll={selected.chooseAll}
            onAct={does => actOn(chosen.selection, { do: does, campaign: id })}
            onPriority={priority => actOn(chosen.selection, { do: 'set_priority', campaign: id, priority })}
            onAsk={setAsked}
            onClear={selected.clear}
          />
        )}
      </ContactGrid>
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
      {asked === 'by-hand' && <AddContact campaign={id} lists={lists} onClose={() => setAsked(undefined)} />}
      {why?.lead && (
        <WhyDrawer
          lead={{ lead: why.lead.id, contact: why.id, name: nameOf(why) }}
          onClose={() => setWhy(undefined)}
        />
      )}
    </>
  )
}

interface AddMenuProps {
  readonly id: CampaignRow['id']
  readonly onContacts: () => void
  readonly onByHand: () => void
}

const AddMenu = ({ id, onContacts, onByHand }: AddMenuProps) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button size="compact-xs" leftSection={<IconPlus size={14} />}>
        {words.add.menu}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={onContacts}>{words.add.contacts}</Menu.Item>
      <Menu.Item onClick={onByHand}>{text.contacts.add.byHand}</Menu.Item>
      {[text.contacts.add.paste, words.add.file].map(name => (
        <Menu.Item
          key={name}
          renderRoot={props => <Link to="/contacts/import" search={{ campaign: id }} {...props} />}
        >
          {name}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
