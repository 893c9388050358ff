import { Button } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { api, client } from '../../api/client.ts'
import { useLiveJobs } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { TableFoot } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { usePagedRows } from '../../ui/paged-rows.ts'
import { historyColumns } from './columns.tsx'
import { historyKinds } from './filter.ts'
import { HistoryTabs } from './HistoryTabs.tsx'

const route = getRouteApi('/contacts/history')
const words = text.history
const refetchMs = 5_000

/** What was imported, exported and done with many at once: who, when, how many, and the ways on from there. */
export function History() {
  const { kind = 'imports' } = route.useSearch()
  const navigate = useNavigate()
  const source = useMemo(() => {
    const kinds = [...historyKinds[kind]]
    return {
      key: api.jobs.list.key({ input: { kinds } }),
      load: (page: { offset: number; limit: number }, signal: AbortSignal) =>
        client.jobs.list({ kinds, ...page }, { signal }),
    }
  }, [kind])
  const paged = usePagedRows<Job>(source, refetchMs)
  const live = useLiveJobs()
  const row = (index: number) => {
    const kept = paged.row(index)
    return kept && (live?.find(({ id }) => id === kept.id) ?? kept)
  }
  return (
    <Page
      title={words.title}
      path={<Link to="/contacts">{words.contacts}</Link>}
      tabs={<HistoryTabs kind={kind} />}
      body="bleed"
    >
      {paged.error ? (
        <ErrorPanel what={words.failed} error={paged.error} onRetry={paged.retry} />
      ) : (
        <DataTable
          key={kind}
          label={words.tabs[kind]}
          columns={historyColumns}
          total={paged.total}
          row={row}
          rowKey={({ id }) => id}
          rowHeight={40}
          minWidth={760}
          {...(kind === 'imports' && {
            onOpen: ({ id }: Job) => void navigate({ to: '/contacts/imports/$id', params: { id } }),
          })}
          onRange={paged.onRange}
          loading={paged.loading}
          empty={
            <EmptyState title={words.empty[kind]} sentence={words.emptySentence[kind]}>
              {kind === 'imports' ? (
                <Button component={Link} to="/contacts/import" variant="filled">
                  {words.importFile}
                </Button>
              ) : (
                <Button component={Link} to="/contacts" variant="filled">
                  {words.toContacts}
                </Button>
              )}
            </EmptyState>
          }
        />
      )}
      <TableFoot>{words.foot(paged.total)}</TableFoot>
    </Page>
  )
}
