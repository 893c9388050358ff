import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { workspaceZone } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { ExportCalls } from '../../ui/exports/ExportCalls.tsx'
import { TableFoot } from '../../ui/FilterBar.tsx'
import { callColumns } from './columns.tsx'
import { CallFilterBar } from './filter/CallFilterBar.tsx'
import { askedOf, type CallSearch, isNarrowed, parseCallSearch } from './search.ts'
import { useCalls } from './use-calls.ts'

const words = text.calls

/** Each call, newest first: of the whole workspace, or of one campaign. */
export function CallTable({ campaign }: { campaign?: number }) {
  const raw = useSearch({ strict: false })
  const search = useMemo(() => parseCallSearch(raw), [raw])
  const navigate = useNavigate()
  const asked = useMemo(() => askedOf(search, workspaceZone(), campaign), [search, campaign])
  const { total, counted, row, onRange, range, loading, error, retry } = useCalls(asked)
  const columns = useMemo(
    () => (campaign === undefined ? callColumns : callColumns.filter(column => column.id !== 'campaign')),
    [campaign],
  )
  const show = (next: CallSearch) => void navigate({ to: '.', search: next, replace: true })
  const narrowed = isNarrowed(search)
  return (
    <>
      <CallFilterBar
        search={search}
        campaign={campaign}
        onChange={show}
        right={
          <>
            {counted === undefined ? words.counting : words.fact(total)}
            <ExportCalls
              campaign={campaign as CampaignRow['id'] | undefined}
              filter={narrowed ? asked : undefined}
              found={counted}
            />
          </>
        }
      />
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
            narrowed ? (
              <EmptyState title={words.noMatch} sentence={words.noMatchSentence}>
                <Button onClick={() => show({})}>{text.shell.clearFilters}</Button>
              </EmptyState>
            ) : (
              <EmptyState title={words.empty} sentence={words.emptySentence}>
                {campaign === undefined && (
                  <Button component={Link} to="/campaigns">
                    {text.home.running.all}
                  </Button>
                )}
              </EmptyState>
            )
          }
        />
      )}
      <TableFoot>{text.shell.rows(range[0] + 1, Math.min(range[1] + 1, total), total)}</TableFoot>
    </>
  )
}
