import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { ContactQuery, ContactSort } from '../../../src-main/contract/contact-query.ts'
import type { ContactRow } from '../../../src-main/contract/contacts.ts'
import { api, client } from '../../api/client.ts'
import { pageSize, usePages } from '../grid/use-pages.ts'

/** How often rows in view, and whether the list would differ by now, are asked for. */
const usualMs = 10_000
const mostAtOnce = 500

export type ContactRows = ReturnType<typeof useContactRows>

/**
 * Contacts of a query in one order. The first page names a view: all later pages come in its order, so that nothing
 * moves under the pointer; `renew` takes the list as it is now.
 */
export function useContactRows(
  query: ContactQuery,
  sort: ContactSort,
  fields: readonly string[],
  freshMs = usualMs,
) {
  const kept = useQueryClient()
  const asked = useMemo(() => ({ query, sort, fields: [...fields] }), [query, sort, fields])
  const startKey = useMemo(() => [...api.contacts.page.key(), 'start', asked], [asked])
  const start = useQuery({
    queryKey: startKey,
    queryFn: async ({ signal }) => {
      const page = await client.contacts.page({ ...asked, offset: 0, limit: pageSize }, { signal })
      return { ...page, asked }
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    meta: { setsOrder: true },
  })
  const view = start.data?.view
  /** While the next list is on its way, the rows of the one before stay. */
  const shown = start.data?.asked ?? asked

  const listKey = useMemo(() => JSON.stringify([shown.query, shown.sort]), [shown.query, shown.sort])

  const load = useCallback(
    async (page: { readonly offset: number; readonly limit: number }, signal?: AbortSignal) => {
      const answer = await client.contacts.page(
        { ...shown, ...(view !== undefined && { view }), ...page },
        signal && { signal },
      )
      // The engine keeps a view for some minutes only; this one was made anew.
      if (answer.view !== view) void kept.invalidateQueries({ queryKey: startKey })
      return answer.rows
    },
    [shown, view, kept, startKey],
  )
  /** Comes before the view is whole, which a million contacts take some seconds for. */
  const quick = useQuery({ ...api.contacts.count.queryOptions({ input: { query } }), retry: false })
  const count = useQuery({
    queryKey: [...api.contacts.count.key(), 'view', view ?? null, shown.query],
    queryFn: ({ signal }) =>
      client.contacts.count({ query: shown.query, ...(view !== undefined && { view }) }, { signal }),
    enabled: view !== undefined,
    refetchInterval: freshMs,
    placeholderData: keepPreviousData,
  })
  const first = start.data?.rows
  const loaded = first?.length ?? 0
  const sure = loaded < pageSize ? loaded : undefined
  const early = start.isPlaceholderData ? undefined : quick.data?.contacts
  const exact = count.isPlaceholderData ? undefined : count.data?.contacts
  const total = sure ?? exact ?? early ?? count.data?.contacts ?? loaded
  const source = useMemo(
    () => ({
      key: [...api.contacts.page.key(), 'view', view ?? null, shown.fields],
      load,
      ready: view !== undefined,
    }),
    [view, shown.fields, load],
  )
  const pages = usePages<ContactRow>(source, total, freshMs)
  const keysBetween = useCallback(
    async (from: number, to: number) => {
      const keys: number[] = []
      for (let offset = from; offset <= to; offset += mostAtOnce) {
        const limit = Math.min(mostAtOnce, to - offset + 1)
        keys.push(...(await load({ offset, limit })).map(({ id }) => id))
      }
      return keys
    },
    [load],
  )
  return {
    ...pages,
    row: (index: number) => pages.row(index) ?? first?.[index],
    total,
    /** False while there are more rows than were counted. */
    counted: (sure ?? exact ?? early) !== undefined,
    changed: count.data?.changed ?? false,
    /** Names query and order: another list begins at its first row, the same one taken anew stays where it is. */
    listKey,
    loading: start.isPending || start.isPlaceholderData,
    error: (start.data ? null : start.error) ?? pages.error,
    retry: () => {
      void start.refetch()
      pages.retry()
    },
    renew: () => void kept.invalidateQueries({ queryKey: startKey }),
    keysBetween,
  }
}
