import { Button } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { CampaignRow, LeadRow } from '../../../../src-main/contract/campaigns.ts'
import { api, client } from '../../../api/client.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { text } from '../../../text/text.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { FilterBar, FilterChip, TableFoot } from '../../../ui/FilterBar.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { usePagedRows } from '../../../ui/paged-rows.ts'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { type LeadStatus, leadLooks, leadOrder } from '../../../ui/status.ts'
import { WhyDrawer } from '../why/WhyDrawer.tsx'
import { contactColumns } from './columns.tsx'
import { type ContactFilter, sortOf } from './filter.ts'

const route = getRouteApi('/campaigns/$id/contacts')
const words = text.campaign.contacts
const freshMs = 2_000

/** The contacts of a campaign: pages of the engine's list, kept fresh while calls go on. */
export function Contacts() {
  const id = route.useParams().id as CampaignRow['id']
  const filter = route.useSearch()
  const navigate = useNavigate({ from: '/campaigns/$id/contacts' })
  const statuses = useCampaignLive(id, live => live?.statuses)
  const calling = useCampaignLive(id, live => (live?.campaign.activeCalls ?? 0) > 0)
  const source = useMemo(() => {
    const { by: sort, descending } = sortOf(filter)
    const query = { id, statuses: [...(filter.status ?? [])], search: filter.search ?? '', sort, descending }
    return {
      key: [...api.campaigns.contacts.key(), query],
      load: (page: { offset: number; limit: number }, signal: AbortSignal) =>
        client.campaigns.contacts({ ...query, ...page }, { signal }),
    }
  }, [id, filter])
  const { total, row, onRange, range, loading, error, retry } = usePagedRows(
    source,
    calling ? freshMs : false,
  )

  const [asked, setAsked] = useState<LeadRow>()
  const columns = useMemo(() => contactColumns(setAsked), [])
  const change = useCallback(
    (next: ContactFilter) => void navigate({ search: before => ({ ...before, ...next }), replace: true }),
    [navigate],
  )
  const toggle = (status: LeadStatus) => {
    const chosen = filter.status ?? []
    change({ status: chosen.includes(status) ? chosen.filter(one => one !== status) : [...chosen, status] })
  }
  const filtered = Boolean(filter.search || filter.status?.length)
  const present = leadOrder.filter(status => (statuses?.[status] ?? 0) > 0 || filter.status?.includes(status))

  return (
    <>
      <FilterBar right={words.fact(total)}>
        <SearchBox label={words.search} value={filter.search ?? ''} onChange={search => change({ search })} />
        {present.map(status => (
          <FilterChip
            key={status}
            look={leadLooks[status]}
            word={text.words.leads[status]}
            cases={statuses?.[status] ?? 0}
            chosen={filter.status?.includes(status) ?? false}
            onChoose={() => toggle(status)}
          />
        ))}
        {filtered && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() =>
              void navigate({
                search: ({ sort, down }) => ({ ...(sort && { sort }), ...(down && { down }) }),
                replace: true,
              })
            }
          >
            {text.shell.clearFilters}
          </Button>
        )}
      </FilterBar>
      {error ? (
        <ErrorPanel what={words.failed} error={error} onRetry={retry} />
      ) : (
        <DataTable
          label={words.label}
          columns={columns}
          rowActs={{ w: setAsked }}
          total={total}
          row={row}
          rowKey={contact => contact.lead}
          rowHeight={28}
          minWidth={900}
          onOpen={({ lastCall }) =>
            lastCall !== null && void navigate({ to: '/calls/$id', params: { id: lastCall } })
          }
          sort={sortOf(filter)}
          onSort={({ by, descending }) => change({ sort: by, down: descending })}
          onRange={onRange}
          loading={loading}
          empty={
            filtered ? (
              <EmptyState title={words.noMatch} sentence={words.noMatchSentence} />
            ) : (
              <EmptyState title={words.empty} sentence={words.emptySentence} />
            )
          }
        />
      )}
      <TableFoot
        right={
          <>
            <Kbd>J</Kbd>
            <Kbd>K</Kbd> {words.keys.move} <Kbd>Enter</Kbd> {words.keys.open} <Kbd>W</Kbd> {words.keys.why}
          </>
        }
      >
        {text.shell.rows(range[0] + 1, Math.min(range[1] + 1, total), total)}
      </TableFoot>
      {asked && <WhyDrawer lead={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
