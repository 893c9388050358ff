import { type LeadStatus, leadLooks } from '../../../ui/status.ts'
import type { SortState } from '../../../ui/table-column.ts'

export const sorts = ['order', 'name', 'status', 'attempts', 'lastCalled', 'nextAttempt'] as const
export type ContactSort = (typeof sorts)[number]

/** What the table shows, as it stands in the address. */
export interface ContactFilter {
  readonly status?: readonly LeadStatus[]
  readonly search?: string
  readonly sort?: ContactSort
  readonly down?: boolean
}

export function parseContactFilter(raw: Record<string, unknown>): ContactFilter {
  const { status, search, sort, down } = raw
  const known = Array.isArray(status) ? status.filter((one): one is LeadStatus => one in leadLooks) : []
  return {
    ...(known.length > 0 && { status: known }),
    ...(typeof search === 'string' && search && { search }),
    ...(sorts.some(one => one === sort) && { sort: sort as ContactSort }),
    ...(down === true && { down }),
  }
}

export const sortOf = ({ sort = 'order', down }: ContactFilter): SortState<ContactSort> => ({
  by: sort,
  descending: down === true,
})
