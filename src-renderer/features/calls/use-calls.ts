import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, client } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { usePagedRows } from '../../ui/paged-rows.ts'
import type { AskedCalls } from './asked.ts'

const freshMs = 2_000
/** Counting looks at every call that may fit. */
const countedMs = 10_000

/** Pages of calls, and how many there are: the rows do not wait for the count. */
export function useCalls(filter: AskedCalls) {
  const calling = useWorkspaceLive(live => (live?.activeCalls ?? 0) > 0)
  const source = useMemo(
    () => ({
      key: [...api.calls.list.key(), filter],
      load: async (page: { offset: number; limit: number }, signal: AbortSignal) => {
        const { rows } = await client.calls.list({ filter, ...page }, { signal })
        // At least so many, until they are counted.
        return { rows, total: page.offset + rows.length + (rows.length === page.limit ? 1 : 0) }
      },
    }),
    [filter],
  )
  const paged = usePagedRows(source, calling ? freshMs : false)
  const counted = useQuery({
    ...api.calls.count.queryOptions({ input: { filter } }),
    refetchInterval: calling ? countedMs : false,
  })
  const calls = counted.data?.calls
  return { ...paged, total: Math.max(calls ?? 0, paged.total), counted: calls }
}
