import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { api } from '../../api/client.ts'
import { locale } from '../../format/locale.ts'
import { sumsOf } from '../../format/money.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { TableFoot } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import type { SortState } from '../../ui/table-column.ts'
import { columns, type SortBy, sortedBy } from './columns.tsx'

const words = text.analytics.all

/** All campaigns that have called, side by side. */
export function AllAnalytics() {
  const navigate = useNavigate()
  const [sort, setSort] = useState<SortState<SortBy>>({ by: 'calls', descending: true })
  const { data, isPending, error, refetch } = useQuery(
    api.analytics.campaigns.queryOptions({ staleTime: 30_000 }),
  )
  const rows = useMemo(() => {
    const up = (data ?? []).toSorted((a, b) => {
      const [left, right] = [sortedBy[sort.by](a), sortedBy[sort.by](b)]
      return typeof left === 'string' ? left.localeCompare(String(right), locale) : left - Number(right)
    })
    return sort.descending ? up.reverse() : up
  }, [data, sort])
  return (
    <Page title={words.title} fact={rows.length > 0 && words.fact(rows.length)} body="bleed">
      {error && !data ? (
        <ErrorPanel what={text.analytics.failed} error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={words.title}
          columns={columns}
          total={rows.length}
          row={index => rows[index]}
          rowKey={({ id }) => id}
          rowHeight={40}
          minWidth={900}
          loading={isPending}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => void navigate({ to: '/campaigns/$id/analytics', params: { id } })}
          empty={
            <EmptyState title={words.empty} sentence={words.emptySentence}>
              <Button component={Link} to="/campaigns">
                {text.home.running.all}
              </Button>
            </EmptyState>
          }
        />
      )}
      <TableFoot
        right={
          rows.length > 0 &&
          words.sums(
            rows.reduce((sum, { measured }) => sum + measured.ended, 0),
            sumsOf(
              rows.flatMap(({ currency, measured: { costMicros } }) =>
                currency === null ? [] : [{ currency, micros: costMicros }],
              ),
            ),
          )
        }
      >
        {words.note}
      </TableFoot>
    </Page>
  )
}
