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
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const asked = useCalm(range)
  const pages = pagesOf(asked[0], asked[1], total, pageSize)
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
  const onRange = useCallback((first: number, last: number) => {
    setRange(before => (before[0] === first && before[1] === last ? before : [first, last]))
  }, [])
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

/** The value, but while it changes all the time only now and then. */
function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value)
  const lastAt = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, lastAt.current + rushMs - performance.now())
    const take = () => {
      lastAt.current = performance.now()
      setCalm(value)
    }
    if (wait === 0) return take()
    const timer = setTimeout(take, wait)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}
