import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo } from 'react'
import { api } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { sumsOf } from '../../format/money.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { FilterBar, FilterChip, TableFoot } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { campaignLooks } from '../../ui/status.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { campaignColumns } from './columns.tsx'
import { type CampaignFilter, type StateGroup, sortOf, stateGroups } from './filter.ts'
import { rememberFilter } from './remembered.ts'
import { selectCampaigns } from './select-campaigns.ts'

const route = getRouteApi('/campaigns')
const words = text.campaigns
const groups = Object.keys(stateGroups) as StateGroup[]

/** The list follows the engine: it is asked again when a campaign's state or progress changed. */
function useCampaigns() {
  const list = useQuery(api.campaigns.list.queryOptions())
  const signature = useWorkspaceLive(live =>
    live?.campaigns.map(({ id, state, finished }) => `${id} ${state} ${finished}`).join(),
  )
  const { refetch } = list
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature is what triggers it
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), 250)
    return () => clearTimeout(timer)
  }, [signature, refetch])
  return list
}

const newCampaign = (
  <Button component={Link} to="/campaigns/new" variant="filled" leftSection={<IconPlus size={14} />}>
    {text.shell.newCampaign}
  </Button>
)

export function Campaigns() {
  const filter = route.useSearch()
  useEffect(() => rememberFilter(filter), [filter])
  const navigate = useNavigate({ from: '/campaigns' })
  const { data: all = [], isPending, error, refetch } = useCampaigns()
  const shown = useMemo(() => selectCampaigns(all, filter), [all, filter])
  const change = useCallback(
    (next: CampaignFilter) => void navigate({ search: before => ({ ...before, ...next }), replace: true }),
    [navigate],
  )
  useKeys({ n: () => void navigate({ to: '/campaigns/new' }) })
  const isKnown = !isPending && !(error && all.length === 0)
  const isEmpty = isKnown && all.length === 0
  const live = all.filter(campaign => campaign.state === 'running' || campaign.state === 'draining').length
  const cases = (group: StateGroup) =>
    all.filter(one => (stateGroups[group] as readonly string[]).includes(one.state)).length
  const sort = sortOf(filter)
  const costs = shown.flatMap(({ cost }) => cost ?? [])

  return (
    <Page
      title={words.title}
      fact={all.length > 0 && words.fact(all.length, live)}
      actions={!isEmpty && newCampaign}
      body="bleed"
    >
      <FilterBar>
        <SearchBox label={words.search} value={filter.search ?? ''} onChange={search => change({ search })} />
        <FilterChip
          word={words.all}
          {...(isKnown && { cases: all.length })}
          chosen={!filter.state}
          onChoose={() => void navigate({ search: ({ state: _, ...others }) => others, replace: true })}
        />
        {groups.map(group => (
          <FilterChip
            key={group}
            look={campaignLooks[stateGroups[group][0]]}
            word={words.groups[group]}
            {...(isKnown && { cases: cases(group) })}
            chosen={filter.state === group}
            onChoose={() => change({ state: group })}
          />
        ))}
      </FilterBar>
      {!isKnown && error ? (
        <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={words.title}
          columns={campaignColumns}
          total={shown.length}
          row={index => shown[index]}
          rowKey={row => row.id}
          rowHeight={42}
          minWidth={900}
          onOpen={({ id }) => void navigate({ to: '/campaigns/$id', params: { id } })}
          {...(sort && { sort })}
          onSort={({ by, descending }) => change({ sort: by, down: descending })}
          loading={isPending}
          empty={
            isEmpty ? (
              <EmptyState title={words.empty} sentence={words.emptySentence}>
                {newCampaign}
              </EmptyState>
            ) : (
              <EmptyState title={words.noMatch} sentence={words.noMatchSentence}>
                <Button onClick={() => void navigate({ search: {}, replace: true })}>
                  {text.shell.clearFilters}
                </Button>
              </EmptyState>
            )
          }
        />
      )}
      {isKnown && (
        <TableFoot right={costs.length > 0 && words.costs(sumsOf(costs))}>
          {words.foot(
            shown.length,
            shown.reduce((sum, campaign) => sum + campaign.contacts, 0),
          )}
        </TableFoot>
      )}
    </Page>
  )
}
