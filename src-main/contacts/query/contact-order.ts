import type { ContactSort } from '../../domain/contact-filter.ts'
import { leadStatuses } from '../../domain/lead.ts'
import type { CompiledQuery } from './compile-query.ts'

/** An order of contacts, smallest first: what it sorts by, and how it comes out of indexes without sorting. */
export interface ContactOrder {
  /** Columns of `contacts` and `leads`; together they tell any two rows apart. */
  readonly keys: readonly string[]
  /** One after the other, each already in order; `null`: must be sorted. */
  readonly stretches: readonly Stretch[] | null
}

/** Rows that stand in their order in one index. */
export interface Stretch {
  readonly over: 'contacts' | 'leads' | 'list_contacts'
  readonly index: string | null
  /** Literal SQL over that table. */
  readonly where: string
  readonly keys: readonly string[]
}

type SortBy = ContactSort['by']

const byIndex = (index: string | null, ...keys: readonly string[]): ContactOrder => ({
  keys,
  stretches: [{ over: 'contacts', index, where: '1', keys }],
})

/** Those never called come before all others: what only calls fill costs an import nothing. */
const byCalls = (index: string, ...keys: readonly string[]): ContactOrder => ({
  keys: ['contacts.calls > 0', ...keys],
  stretches: [
    {
      over: 'contacts',
      index: 'contacts_never_called',
      where: 'contacts.calls = 0',
      keys: ['contacts.id'],
    },
    { over: 'contacts', index, where: 'contacts.calls > 0', keys },
  ],
})

const sorted = (...keys: readonly string[]): ContactOrder => ({ keys, stretches: null })

const turnKeys = ['leads.place_id', 'leads.priority', 'leads.ready_at', 'leads.id']
const statusRank = `CASE leads.status ${leadStatuses.map((status, rank) => `WHEN '${status}' THEN ${rank}`).join(' ')} END`

/** Never tried before tried, as it stands for "none": they sort before every time and figure. */
export const contactOrders: Readonly<Record<SortBy, ContactOrder>> = {
  name: byIndex('contacts_by_name', 'contacts.name_key', 'contacts.id'),
  phone: byIndex(null, 'contacts.phone', 'contacts.id'),
  country: byIndex('contacts_by_place', 'contacts.country', 'contacts.place_id', 'contacts.id'),
  added: byIndex(null, 'contacts.id'),
  lastCalled: byCalls('contacts_by_last_called', 'contacts.last_called_at', 'contacts.id'),
  calls: byCalls('contacts_by_calls', 'contacts.calls', 'contacts.id'),
  conversations: byCalls('contacts_by_conversations', 'contacts.conversations', 'contacts.id'),
  // As the engine takes them (`engine/turns`): by priority, due retries before fresh ones; then all others.
  order: sorted(
    `leads.status NOT IN ('pending', 'retry')`,
    'leads.priority',
    `leads.status = 'pending'`,
    'leads.ready_at',
    'leads.id',
  ),
  status: {
    keys: [statusRank, ...turnKeys],
    stretches: leadStatuses.map(status => ({
      over: 'leads',
      index: 'leads_in_order',
      where: `leads.status = '${status}'`,
      keys: turnKeys,
    })),
  },
  priority: sorted('leads.priority', 'leads.id'),
  attempts: sorted('leads.attempts', 'leads.id'),
  nextAttempt: sorted(`CASE leads.status WHEN 'retry' THEN leads.ready_at END`, 'leads.id'),
  goal: sorted(
    `CASE leads.goal WHEN 'achieved' THEN 3 WHEN 'partially_achieved' THEN 2 WHEN 'not_achieved' THEN 1 ELSE 0 END`,
    'leads.id',
  ),
}

export const orderBy = (keys: readonly string[], descending: boolean): string =>
  keys.map(key => (descending ? `${key} DESC` : key)).join(', ')

/** Orders of leads need a campaign; elsewhere they fall back to the order in which contacts were added. */
export function orderOf(
  { by }: ContactSort,
  { campaign, list }: Pick<CompiledQuery, 'campaign' | 'list'>,
): ContactOrder {
  const isOfLeads = contactOrders[by].keys.some(key => key.includes('leads.'))
  const order = isOfLeads && campaign === null ? contactOrders.added : contactOrders[by]
  if (order !== contactOrders.added) return order
  // A campaign and a list hold their contacts in this order.
  if (campaign !== null) return { ...order, stretches: [members('leads')] }
  return list === null ? order : { ...order, stretches: [members('list_contacts')] }
}

const members = (over: 'leads' | 'list_contacts'): Stretch => ({
  over,
  index: null,
  where: '1',
  keys: [`${over}.contact_id`],
})
