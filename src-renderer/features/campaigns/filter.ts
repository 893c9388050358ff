import type { CampaignState } from '../../ui/status.ts'
import type { SortState } from '../../ui/table-column.ts'

/** What the list shows, as it stands in the address. */
export const stateGroups = {
  live: ['running', 'draining'],
  paused: ['paused'],
  scheduled: ['scheduled'],
  draft: ['draft'],
  ended: ['completed', 'cancelled'],
} as const satisfies Record<string, readonly CampaignState[]>

export type StateGroup = keyof typeof stateGroups
export const sorts = ['name', 'contacts', 'progress', 'start'] as const
export type CampaignSort = (typeof sorts)[number]

export interface CampaignFilter {
  readonly state?: StateGroup
  readonly search?: string
  readonly sort?: CampaignSort
  readonly down?: boolean
}

export function parseCampaignFilter(raw: Record<string, unknown>): CampaignFilter {
  const { state, search, sort, down } = raw
  return {
    ...(typeof state === 'string' && state in stateGroups && { state: state as StateGroup }),
    ...(typeof search === 'string' && search && { search }),
    ...(sorts.some(known => known === sort) && { sort: sort as CampaignSort }),
    ...(down === true && { down }),
  }
}

export const sortOf = ({ sort, down }: CampaignFilter): SortState<CampaignSort> | undefined =>
  sort && { by: sort, descending: down === true }
