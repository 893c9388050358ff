import { type QueryKey, useQueries } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'

interface Paged<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** One filter and order of a list: the key names it, `load` asks the engine for a page of it. */
export interface PagedSource<Row> {
  readonly key: QueryKey
  readonly load: (page: { offset: number; limit: number }, signal: AbortSignal) => Promise<Paged<Row>>
}

const pageSize = 100

/** Rows of a list that the engine serves in pages: only the pages in view are asked for and kept fresh. */
export function usePagedRows<Row>(source: PagedSource<Row>, refetchMs: number | false) {
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const firstPage = Math.floor(range[0] / pageSize)
  const lastPage = Math.max(firstPage, Math.floor(range[1] / pageSize))
  const results = useQueries({
    queries: Array.from({ length: lastPage - firstPage + 1 }, (_, step) => {
      const offset = (firstPage + step) * pageSize
      return {
        queryKey: [...source.key, offset],
        queryFn: ({ signal }: { signal: AbortSignal }) => source.load({ offset, limit: pageSize }, signal),
        refetchInterval: refetchMs,
      }
    }),
  })
  const known = results.find(result => result.data)?.data?.total
  const lastTotal = useRef(0)
  if (known !== undefined) lastTotal.current = known
  const onRange = useCallback((first: number, last: number) => {
    setRange(before => (before[0] === first && before[1] === last ? before : [first, last]))
  }, [])
  return {
    total: lastTotal.current,
    row: (index: number) => results[Math.floor(index / pageSize) - firstPage]?.data?.rows[index % pageSize],
    onRange,
    range,
    loading: results.every(result => result.isPending),
    error: results.find(result => result.error && !result.data)?.error,
    retry: () => {
      for (const result of results) void result.refetch()
    },
  }
}
