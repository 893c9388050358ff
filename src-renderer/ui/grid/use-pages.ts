import { type QueryKey, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { pagesOf } from './page-range.ts'

export const pageSize = 100
const keptMs = 120_000
/** While rows rush by, pages are asked for this often at most: those that nobody stops at are never asked for. */
const rushMs = 90

/** Rows of a list in one order. The key names that order; `load` brings [offset, offset + limit) of it. */
export interface PageSource<Row> {
  readonly key: QueryKey
  readonly load: (
    page: { readonly offset: number; readonly limit: number },
    signal: AbortSignal,
  ) => Promise<readonly Row[]>
  /** Absent while it is not known where to ask. */
  readonly ready: boolean
}

/** Only the pages around the view are asked for and kept fresh; those that were seen lately are shown at once. */
export function usePages<Row>(source: PageSource<Row>, total: number, refetchMs: number | false) {
  const kept = useQueryClient()
  const { range, onRange } = useRange()
  const pages = pagesOf(range[0], range[1], total, pageSize)
  const results = useQueries({
    queries: pages.map(page => ({
      queryKey: [...source.key, page],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        source.load({ offset: page * pageSize, limit: pageSize }, signal),
      enabled: source.ready,
      gcTime: keptMs,
      refetchInterval: refetchMs,
    })),
  })
  const rowsOf = (page: number) => {
    const place = pages.indexOf(page)
    if (place >= 0) return results[place]?.data
    return kept.getQueryData<readonly Row[]>([...source.key, page])
  }
  return {
    row: (index: number): Row | undefined => rowsOf(Math.floor(index / pageSize))?.[index % pageSize],
    range,
    onRange,
    pending: results.every(result => result.isPending),
    error: results.find(result => result.error && !result.data)?.error ?? null,
    retry: () => {
      for (const result of results) void result.refetch()
    },
  }
}

/** Rows in view, as they were when somebody last stopped at them for a moment. */
function useRange() {
  const [range, setRange] = useState<readonly [first: number, last: number]>([0, 0])
  const lastAt = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const onRange = useCallback((first: number, last: number) => {
    const take = () => {
      lastAt.current = performance.now()
      setRange(before => (before[0] === first && before[1] === last ? before : [first, last]))
    }
    clearTimeout(timer.current)
    const wait = lastAt.current + rushMs - performance.now()
    if (wait <= 0) take()
    else timer.current = setTimeout(take, wait)
  }, [])
  return { range, onRange }
}
