import type { ContactFilter, ContactQuery, ContactSort } from '../../../src-main/contract/contact-query.ts'
import { readFilter } from '../../ui/contact-filter/edit.ts'

export const sorts = [
  'name',
  'phone',
  'country',
  'added',
  'lastCalled',
  'calls',
  'conversations',
] as const satisfies readonly ContactSort['by'][]
export type SortBy = (typeof sorts)[number]

/** What the table shows, as it stands in the address. Neither list nor segment: all contacts. */
export interface ContactSearch {
  readonly list?: number
  readonly segment?: number
  readonly search?: string
  readonly filter?: ContactFilter
  readonly sort?: SortBy
  readonly down?: boolean
}

const idIn = (raw: unknown) => {
  const id = Number(raw)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

export function parseContactSearch(raw: Record<string, unknown>): ContactSearch {
  const list = idIn(raw.list)
  const segment = list === undefined ? idIn(raw.segment) : undefined
  const search = typeof raw.search === 'string' || typeof raw.search === 'number' ? String(raw.search) : ''
  const filter = readFilter(raw.filter)
  return {
    ...(list !== undefined && { list }),
    ...(segment !== undefined && { segment }),
    ...(search && { search: search.slice(0, 200) }),
    ...(filter && filter.of.length > 0 && { filter }),
    ...(sorts.some(one => one === raw.sort) && { sort: raw.sort as SortBy }),
    ...(raw.down === true && { down: true }),
  }
}

export function scopeOf({ list, segment }: ContactSearch): ContactQuery['scope'] {
  if (list !== undefined) return { of: 'list', list } as ContactQuery['scope']
  if (segment !== undefined) return { of: 'segment', segment } as ContactQuery['scope']
  return { of: 'all' }
}

export const queryOf = (search: ContactSearch): ContactQuery => ({
  scope: scopeOf(search),
  search: search.search ?? '',
  filter: search.filter ?? null,
})

export const sortOf = ({ sort = 'name', down }: ContactSearch) => ({ by: sort, descending: down === true })

/** The same table of another group: its order stays, search and filter go. */
export const inScope = (
  { sort, down }: ContactSearch,
  group: { readonly list: number } | { readonly segment: number } | 'all',
): ContactSearch => ({
  ...(group !== 'all' && group),
  ...(sort && { sort }),
  ...(down && { down }),
})

export const isNarrowed = ({ search, filter }: ContactSearch) => Boolean(search) || filter !== undefined
