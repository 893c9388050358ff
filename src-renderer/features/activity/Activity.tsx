import { Button } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { ActivityEntry } from '../../../src-main/contract/activity.ts'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { api, client } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { TableFoot } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { usePagedRows } from '../../ui/paged-rows.ts'
import { ActivityBar } from './ActivityBar.tsx'
import { activityColumns } from './columns.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { sinceOf } from './filter.ts'

const route = getRouteApi('/activity')
const words = text.activity
const refetchMs = 5_000

/** The audit log in plain words: who changed what, before and after. */
export function Activity() {
  const filter = route.useSearch()
  const navigate = useNavigate({ from: '/activity' })
  const [shown, setShown] = useState<ActivityEntry>()
  const [actors, setActors] = useState<readonly string[]>([])
  const source = useMemo(() => {
    const asked = {
      search: filter.search ?? '',
      kinds: [...(filter.kind ?? [])],
      actors: [...(filter.actor ?? [])],
      ...(filter.campaign !== undefined && { campaign: filter.campaign as CampaignRow['id'] }),
      ...(filter.period && { since: sinceOf(filter.period, Date.now()) }),
    }
    return {
      key: [...api.activity.list.key(), filter],
      load: async (page: { offset: number; limit: number }, signal: AbortSignal) => {
        const read = await client.activity.list({ ...asked, ...page }, { signal })
        setActors(before => (before.join() === read.actors.join() ? before : read.actors))
        return read
      },
    }
  }, [filter])
  const paged = usePagedRows<ActivityEntry>(source, refetchMs)
  const clear = () => void navigate({ search: {}, replace: true })
  return (
    <Page title={words.title} body="bleed">
      <ActivityBar filter={filter} actors={actors} onClear={clear} />
      {paged.error ? (
        <ErrorPanel what={words.failed} error={paged.error} onRetry={paged.retry} />
      ) : (
        <DataTable
          label={words.title}
          columns={activityColumns}
          total={paged.total}
          row={paged.row}
          rowKey={({ id }) => id}
          rowHeight={32}
          minWidth={780}
          onOpen={setShown}
          onRange={paged.onRange}
          loading={paged.loading}
          empty={
            Object.keys(filter).length > 0 ? (
              <EmptyState title={words.noMatch} sentence={words.noMatchSentence}>
                <Button onClick={clear}>{text.shell.clearFilters}</Button>
              </EmptyState>
            ) : (
              <EmptyState title={words.empty} sentence={words.emptySentence} />
            )
          }
        />
      )}
      <TableFoot>{!paged.error && words.foot(paged.total)}</TableFoot>
      {shown && <EntryDialog entry={shown} onClose={() => setShown(undefined)} />}
    </Page>
  )
}
