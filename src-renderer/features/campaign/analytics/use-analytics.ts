import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { type AnalyticsSearch, filterOf } from './search.ts'

const staysFresh = {
  staleTime: 60_000,
  placeholderData: keepPreviousData,
  refetchOnWindowFocus: false,
} as const

export const useChoices = (campaign: number) =>
  useQuery(
    api.analytics.choices.queryOptions({
      input: { campaign: filterOf(campaign, {}).campaign },
      ...staysFresh,
    }),
  )

/** Each answer on its own: a panel never waits for another. */
export function useAnalytics(campaign: number, search: AnalyticsSearch) {
  const input = filterOf(campaign, search)
  return {
    calls: useQuery(api.analytics.calls.queryOptions({ input, ...staysFresh })),
    contacts: useQuery(api.analytics.contacts.queryOptions({ input, ...staysFresh })),
    outcomes: useQuery(api.analytics.outcomes.queryOptions({ input, ...staysFresh })),
  }
}

export const useLists = (campaign: number, search: AnalyticsSearch, enabled: boolean) =>
  useQuery(api.analytics.lists.queryOptions({ input: filterOf(campaign, search), ...staysFresh, enabled }))
