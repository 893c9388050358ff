import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { everybody } from '../../ui/contact-filter/edit.ts'
import { FilterBuilder } from '../../ui/contact-filter/FilterBuilder.tsx'
import { useCustomFields } from '../../ui/contact-filter/use-choices.ts'
import { AddContact } from '../../ui/contacts/add/AddContact.tsx'
import { ExportDialog } from '../../ui/exports/ExportDialog.tsx'
import { DropAnywhere } from '../../ui/files/DropAnywhere.tsx'
import { shownInOrder } from '../../ui/grid/layout.ts'
import { useLayout } from '../../ui/grid/use-layout.ts'
import { Page } from '../../ui/Page.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { AddMenu } from './add/AddMenu.tsx'
import { ContactTable } from './ContactTable.tsx'
import { contactColumns, fieldOf } from './columns.tsx'
import type { GroupAsked } from './groups/ask.ts'
import { GroupActs } from './groups/GroupActs.tsx'
import { GroupDialog } from './groups/GroupDialog.tsx'
import { ScopeMenu } from './groups/ScopeMenu.tsx'
import { inScope, queryOf, sortOf } from './search.ts'

const route = getRouteApi('/contacts')
const words = text.contacts
const table = 'contacts'

type Asked =
  | { readonly is: 'add' }
  | { readonly is: 'export' }
  | { readonly is: 'filter' }
  | { readonly is: 'group'; readonly group: GroupAsked }

/** All contacts, those of a list, or those of a segment; what is shown stands in the address. */
export function Contacts() {
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/contacts' })
  const [asked, setAsked] = useState<Asked>()
  const lists = useQuery(api.lists.all.queryOptions()).data ?? []
  const segments = useQuery(api.segments.all.queryOptions()).data ?? []
  const list = lists.find(({ id }) => id === search.list)
  const segment = segments.find(({ id }) => id === search.segment)
  const name = list?.name ?? segment?.name ?? words.all

  const customFields = useCustomFields()
  const columns = useMemo(() => contactColumns(customFields), [customFields])
  const layout = useLayout(table)
  const shown = useMemo(() => shownInOrder(columns, layout).map(({ id }) => id), [columns, layout])
  const fieldsKey = shown.flatMap(id => fieldOf(id) ?? []).join('\n')
  const fields = useMemo(() => (fieldsKey === '' ? [] : fieldsKey.split('\n').sort()), [fieldsKey])
  const query = useMemo(() => queryOf(search), [search])
  const sort = useMemo(() => sortOf(search), [search])

  const close = useCallback(() => setAsked(undefined), [])
  const askGroup = (group: GroupAsked) => setAsked({ is: 'group', group })
  const show = (group: Parameters<typeof inScope>[1]) => {
    close()
    void navigate({ search: inScope(search, group) })
  }
  useKeys({ n: () => setAsked({ is: 'add' }) })
  const path = list ? words.lists : segment ? words.segments : undefined
  return (
    <Page
      title={name}
      path={
        path && (
          <>
            <Link to="/contacts">{words.title}</Link> / {path}
          </>
        )
      }
      status={<GroupActs list={list} segment={segment} onAsk={askGroup} />}
      body="bleed"
      actions={
        <>
          <Button variant="subtle" renderRoot={props => <Link to="/contacts/do-not-call" {...props} />}>
            {text.doNotCall.title}
          </Button>
          <Button variant="subtle" renderRoot={props => <Link to="/contacts/history" {...props} />}>
            {words.history}
          </Button>
          <Button leftSection={<IconDownload size={14} />} onClick={() => setAsked({ is: 'export' })}>
            {words.export}
          </Button>
          <AddMenu list={search.list} onByHand={() => setAsked({ is: 'add' })} />
        </>
      }
    >
      <ContactTable
        key={`${search.list ?? ''} ${search.segment ?? ''}`}
        table={table}
        columns={columns}
        fields={fields}
        query={query}
        sort={sort}
        search={search}
        onSearch={(next, replace) => void navigate({ search: next, replace })}
        scope={
          <ScopeMenu
            name={name}
            now={search}
            lists={lists}
            segments={segments}
            onShow={show}
            onAsk={askGroup}
          />
        }
        onAll={() => setAsked({ is: 'filter' })}
        onAdd={() => setAsked({ is: 'add' })}
        onEditSegment={segment && (() => askGroup({ is: 'edit-segment', segment }))}
      />
      {asked?.is === 'add' && <AddContact list={search.list} lists={lists} onClose={close} />}
      {asked?.is === 'export' && (
        <ExportDialog
          query={query}
          sort={sort}
          columns={shown}
          title={words.exportTitle(name)}
          onClose={close}
        />
      )}
      {asked?.is === 'filter' && (
        <FilterBuilder
          filter={search.filter ?? everybody}
          within={query}
          onUse={filter => {
            close()
            const { filter: _, ...others } = search
            void navigate({ search: { ...others, ...(filter && { filter }) } })
          }}
          onSave={filter => askGroup({ is: 'save-segment', filter })}
          onClose={close}
        />
      )}
      {asked?.is === 'group' && (
        <GroupDialog asked={asked.group} onAsk={askGroup} onClose={close} onShow={show} />
      )}
      <DropAnywhere target={list ? { into: 'list', list: list.id } : { into: 'all' }} />
    </Page>
  )
}
