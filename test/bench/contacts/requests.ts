import {
  type Condition,
  type ContactFilter,
  type ContactQuery,
  type ContactSort,
  contactSorts,
  leadSorts,
} from '../../../src-main/domain/contact-filter.ts'
import type { CampaignId, ListId, TagId } from '../../../src-main/domain/ids.ts'
import { mondayAtTen } from '../../make/workspace.ts'
import { nameOf } from './make-workspace.ts'
import { cities } from './people.ts'

export interface Table {
  readonly name: string
  readonly query: ContactQuery
  readonly sort: ContactSort
}

const all: ContactQuery = { scope: { of: 'all' }, search: '', filter: null }
const byName: ContactSort = { by: 'name', descending: false }
const newest: ContactSort = { by: 'added', descending: true }
const directions = [false, true]

/** Tables as they first show themselves. */
export const plainTables = (campaign: CampaignId): readonly Table[] => [
  { name: 'all', query: all, sort: byName },
  { name: 'newest', query: all, sort: newest },
  { name: 'list', query: { ...all, scope: { of: 'list', list: 1 as ListId } }, sort: byName },
  {
    name: 'campaign',
    query: { ...all, scope: { of: 'campaign', campaign } },
    sort: { by: 'order', descending: false },
  },
]

/** Every order that a head of a column offers, in all contacts and in a campaign. */
export const sortedTables = (campaign: CampaignId): readonly Table[] => [
  ...contactSorts.flatMap(by =>
    directions.map(descending => ({ name: `all by ${by}`, query: all, sort: { by, descending } })),
  ),
  ...[...contactSorts, ...leadSorts].flatMap(by =>
    directions.map(descending => ({
      name: `campaign by ${by}`,
      query: { ...all, scope: { of: 'campaign' as const, campaign } },
      sort: { by, descending },
    })),
  ),
]

const conditions: readonly Condition[] = [
  { field: 'name', op: 'contains', value: 'kowal' },
  { field: 'name', op: 'begins', value: 'zoe' },
  { field: 'phone', op: 'begins', value: '+4930' },
  { field: 'custom', key: 'city', op: 'is', value: cities[3] ?? '' },
  { field: 'custom', key: 'amount', op: 'at_least', value: '900' },
  { field: 'custom', key: 'due', op: 'before', value: '2026-03-01' },
  { field: 'phoneType', op: 'one_of', value: ['fixed'] },
  { field: 'country', op: 'one_of', value: ['DE', 'AT'] },
  { field: 'country', op: 'none_of', value: ['US'] },
  { field: 'zone', op: 'one_of', value: ['America/Denver'] },
  { field: 'region', op: 'one_of', value: ['US-NY'] },
  { field: 'language', op: 'one_of', value: ['tr'] },
  { field: 'tag', op: 'one_of', value: [1 as TagId] },
  { field: 'tag', op: 'one_of', value: [4 as TagId] },
  { field: 'tag', op: 'none_of', value: [2 as TagId] },
  { field: 'list', op: 'one_of', value: [2 as ListId] },
  { field: 'campaign', op: 'one_of', value: [1] },
  { field: 'lastResult', op: 'one_of', value: ['busy', 'rejected'] },
  { field: 'consent', op: 'one_of', value: ['express_written'] },
  { field: 'consent', op: 'none_of', value: ['express', 'express_written'] },
  { field: 'calls', op: 'at_least', value: 6 },
  { field: 'conversations', op: 'at_most', value: 0 },
  { field: 'lastCalled', op: 'within_days', value: 1 },
  { field: 'lastCalled', op: 'not_within_days', value: 90 },
  { field: 'lastCalled', op: 'never', value: 0 },
  { field: 'added', op: 'within_days', value: 7 },
  { field: 'goalAchieved', op: 'yes' },
  { field: 'optedOut', op: 'yes' },
  { field: 'doNotCall', op: 'yes' },
  { field: 'openedLink', op: 'yes' },
  { field: 'transferred', op: 'no' },
  // In no index: the one that takes a look at everybody.
  { field: 'custom', key: 'customer_no', op: 'is', value: '100654321' },
]

const together: readonly ContactFilter[] = [
  { match: 'all', of: [conditions[7], conditions[14], conditions[23]].filter(each => each !== undefined) },
  { match: 'any', of: [conditions[13], conditions[29]].filter(each => each !== undefined) },
]

export const filteredTables: readonly Table[] = [
  ...conditions.map(condition => ({ match: 'all' as const, of: [condition] })),
  ...together,
].map((filter, index) => ({
  name: `filter ${filter.of.map(each => ('field' in each ? each.field : 'group')).join(` ${filter.match} `)}`,
  query: { ...all, filter },
  sort: index % 3 === 0 ? newest : byName,
}))

/** Parts of names and numbers, two to ten letters or digits, as somebody types them. */
export function searches(dice: () => number, contacts: number, count: number): readonly string[] {
  const part = (text: string) => {
    const length = 2 + Math.floor(dice() * 9)
    const from = Math.floor(dice() * Math.max(1, text.length - length))
    return text.slice(from, from + length).trim() || text.slice(0, 2)
  }
  return Array.from({ length: count }, (_, index) => {
    const id = 1 + Math.floor(dice() * contacts)
    if (index % 3 === 2) return part(String(30_000_000 + id))
    return index % 6 === 4 ? `0151 ${String(id).slice(0, 3)}` : part(nameOf(id))
  })
}

export const searched = (search: string): Table => ({
  name: `search ${search}`,
  query: { ...all, search },
  sort: byName,
})

export { mondayAtTen as now }
