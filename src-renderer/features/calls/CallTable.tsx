import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { api, client } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { ExportCalls } from '../../ui/exports/ExportCalls.tsx'
import { FilterBar, TableFoot } from '../../ui/FilterBar.tsx'
import { FilterMenu } from '../../ui/FilterMenu.tsx'
import { usePagedRows } from '../../ui/paged-rows.ts'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { type CallResult, resultLooks, resultOrder } from '../../ui/status.ts'
import { callColumns } from './columns.tsx'
import { type CallFilter, parseCallFilter } from './filter.ts'

const words = text.calls
const freshMs = 2_000

/** Each call, newest first: of the whole workspace, or of one campaign. */
export function CallTable({ campaign }: { campaign?: number }) {
  const raw = useSearch({ strict: false })
  const filter = useMemo(() => parseCallFilter(raw), [raw])
  const navigate = useNavigate()
  const calling = useWorkspaceLive(live => (live?.activeCalls ?? 0) > 0)
  const source = useMemo(() => {
    const asked = {
      ...(campaign !== undefined && { campaign: campaign as CampaignRow['id'] }),
      results: [...(filter.result ?? [])],
      search: filter.search ?? '',
    }
    return {
      key: [...api.calls.list.key(), asked],
      load: (page: { offset: number; limit: number }, signal: AbortSignal) =>
        client.calls.list({ ...asked, ...page }, { signal }),
    }
  }, [campaign, filter])
  const { total, row, onRange, range, loading, error, retry } = usePagedRows(
    source,
    calling ? freshMs : false,
  )
  const columns = useMemo(
    () => (campaign === undefined ? callColumns : callColumns.filter(column => column.id !== 'campaign')),
    [campaign],
  )
  const change = (next: CallFilter) =>
    void navigate({ to: '.', search: { ...filter, ...next }, replace: true })
  const toggle = (result: CallResult) => {
    const chosen = filter.result ?? []
    change({ result: chosen.includes(result) ? chosen.filter(one => one !== result) : [...chosen, result] })
  }
  const filtered = Boolean(filter.search || filter.result?.length)
  const clear = () => void navigate({ to: '.', search: {}, replace: true })
  return (
    <>
      <FilterBar
        right={
          <>
            {words.fact(total)}
            <ExportCalls campaign={campaign as CampaignRow['id'] | undefined} />
          </>
        }
      >
        <SearchBox label={words.search} value={filter.search ?? ''} onChange={search => change({ search })} />
        <FilterMenu
          word={words.result}
          values={resultOrder}
          chosen={filter.result ?? []}
          look={result => resultLooks[result]}
          name={result => text.words.results[result]}
          onToggle={toggle}
        />
        {filtered && (
          <Button size="compact-xs" variant="subtle" onClick={clear}>
            {text.shell.clearFilters}
          </Button>
        )}
      </FilterBar>
      {error ? (
        <ErrorPanel what={words.failed} error={error} onRetry={retry} />
      ) : (
        <DataTable
          label={words.title}
          columns={columns}
          total={total}
          row={row}
          rowKey={({ id }) => id}
          rowHeight={32}
          minWidth={880}
          onOpen={({ id }) => void navigate({ to: '/calls/$id', params: { id } })}
          onRange={onRange}
          loading={loading}
          empty={
            filtered ? (
              <EmptyState title={words.noMatch} sentence={words.noMatchSentence}>
                <Button onClick={clear}>{text.shell.clearFilters}</Button>
              </EmptyState>
            ) : (
              <EmptyState title={words.empty} sentence={words.emptySentence} />
            )
          }
        />
      )}
      <TableFoot>{text.shell.rows(range[0] + 1, Math.min(range[1] + 1, total), total)}</TableFoot>
    </>
  )
}
