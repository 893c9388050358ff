import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

const refreshMs = 60_000

/** What the forecasts say about the rest of the day; `undefined` until they are worked out. */
export const useDayOutlook = () =>
  useQuery(api.outlook.ofDay.queryOptions({ refetchInterval: refreshMs, staleTime: refreshMs })).data
