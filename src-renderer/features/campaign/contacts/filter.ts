import type { ContactFilter, ContactQuery, ContactSort } from '../../../../src-main/contract/contact-query.ts'
import { readFilter } from '../../../ui/contact-filter/edit.ts'
import { type LeadStatus, leadLooks } from '../../../ui/status.ts'

export const sorts = [
  'order',
  'name',
  'phone',
  'priority',
  'status',
  'attempts',
  'lastCalled',
  'nextAttempt',
  'goal',
] as const satisfies readonly ContactSort['by'][]
export type SortBy = (typeof sorts)[number]

/** What the table shows, as it stands in the address. */
export interface LeadSearch {
  readonly status?: readonly LeadStatus[]
  readonly search?: string
  readonly filter?: ContactFilter
  readonly sort?: SortBy
  readonly down?: boolean
}

export function parseLeadSearch(raw: Record<string, unknown>): LeadSearch {
  const { status, search, sort, down } = raw
  const known = Array.isArray(status) ? status.filter((one): one is LeadStatus => one in leadLooks) : []
  const filter = readFilter(raw.filter)
  return {
    ...(known.length > 0 && { status: known }),
    ...((typeof search === 'string' || typeof search === 'number') &&
      search !== '' && { search: String(search).slice(0, 200) }),
    ...(filter && filter.of.length > 0 && { filter }),
    ...(sorts.some(one => one === sort) && { sort: sort as SortBy }),
    ...(down === true && { down }),
  }
}

export const sortOf = ({ sort = 'order', down }: LeadSearch) => ({ by: sort, descending: down === true })

export const isNarrowed = ({ status, search, filter }: LeadSearch) =>
  Boolean(search) || Boolean(status?.length) || filter !== undefined

/** The statuses of the bar and the filter behind it, together. */
export function queryOf(id: number, { status, search, filter }: LeadSearch): ContactQuery {
  const parts = [
    ...(status?.length ? [{ field: 'status', op: 'one_of', value: [...status] } as const] : []),
    ...(filter ? [filter] : []),
  ]
  return {
    scope: { of: 'campaign', campaign: id } as ContactQuery['scope'],
    search: search ?? '',
    filter: parts.length === 0 ? null : { match: 'all', of: parts },
  }
}
