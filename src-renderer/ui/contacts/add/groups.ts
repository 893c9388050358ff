import { filterLimits } from '../../../../src-main/contract/contact-fields.ts'
import type { ContactList, Segment } from '../../../../src-main/contract/contact-groups.ts'
import type { ContactQuery } from '../../../../src-main/contract/contact-query.ts'
import type { FilterPart } from '../../contact-filter/edit.ts'
import { isGroup } from '../../contact-filter/edit.ts'

/** Whom somebody wants to take in. */
export type Group =
  | { readonly of: 'all' }
  | { readonly of: 'list'; readonly list: ContactList }
  | { readonly of: 'segment'; readonly segment: Segment }

export const keyOf = (group: Group): string => {
  if (group.of === 'all') return 'all'
  return group.of === 'list' ? `list ${group.list.id}` : `segment ${group.segment.id}`
}

const depthOf = (part: FilterPart): number => (isGroup(part) ? 1 + Math.max(0, ...part.of.map(depthOf)) : 0)

/** Several are asked for as one filter; a segment that is as deep as a filter may be stands alone. */
export const standsAlone = (group: Group): boolean =>
  group.of === 'all' || (group.of === 'segment' && depthOf(group.segment.filter) >= filterLimits.depth)

/** Whoever is in any of them, each once; `undefined`: nobody was asked for. */
export function queryOf(groups: readonly Group[]): Pick<ContactQuery, 'scope' | 'filter'> | undefined {
  const [first] = groups
  if (first === undefined) return undefined
  if (groups.length === 1) return { scope: scopeOf(first), filter: null }
  const lists = groups.flatMap(group => (group.of === 'list' ? [group.list.id] : []))
  const segments = groups.flatMap(group => (group.of === 'segment' ? [group.segment.filter] : []))
  return {
    scope: { of: 'all' },
    filter: {
      match: 'any',
      of: [
        ...(lists.length > 0 ? [{ field: 'list' as const, op: 'one_of' as const, value: lists }] : []),
        ...segments,
      ],
    },
  }
}

function scopeOf(group: Group): ContactQuery['scope'] {
  switch (group.of) {
    case 'all':
      return { of: 'all' }
    case 'list':
      return { of: 'list', list: group.list.id }
    case 'segment':
      return { of: 'segment', segment: group.segment.id }
  }
}
