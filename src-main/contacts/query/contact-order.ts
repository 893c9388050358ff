import type { ContactSort } from '../../domain/contact-filter.ts'
import type { GoalOutcome } from '../../domain/flow.ts'
import { type LeadStatus, leadStatuses } from '../../domain/lead.ts'
import type { CompiledQuery } from './compile-query.ts'

/** An order of contacts, smallest first: what it sorts by, and how it comes out of indexes without sorting. */
export interface ContactOrder {
  /** Columns of `contacts` and `leads`; together they tell any two rows apart. */
  readonly keys: readonly string[]
  /** One after the other, each already in order. */
  readonly stretches: readonly Stretch[]
}

/** Rows that stand in their order in one index. */
export interface Stretch {
  readonly over: 'contacts' | 'leads' | 'list_contacts'
  readonly index: string | null
  /** Literal SQL over that table. */
  readonly where: string
  readonly keys: readonly string[]
  /** Its index has them place by place, each in this order. */
  readonly queue?: Queue
}

/** Leads that wait for their turn. */
export interface Queue {
  readonly status: 'pending' | 'retry'
  /** `null`: of any. */
  readonly priority: number | null
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

/** The place of a text in a list. */
const ranked = (text: string, values: readonly string[]): string =>
  `CASE ${text} ${values.map((value, rank) => `WHEN '${value}' THEN ${rank}`).join(' ')} END`

const ofLeads = (index: string, ...keys: readonly string[]): ContactOrder => ({
  keys,
  stretches: [{ over: 'leads', index, where: '1', keys }],
})

const byPlace = ['leads.place_id', 'leads.priority', 'leads.ready_at', 'leads.id']
const byTurn = ['leads.ready_at', 'leads.id']
const statusRank = ranked('leads.status', leadStatuses)
const retries = `leads.status = 'retry'`
const waits = `leads.status IN ('pending', 'retry')`

const ofStatus = (status: LeadStatus): Stretch => ({
  over: 'leads',
  index: 'leads_in_order',
  where: `leads.status = '${status}'`,
  keys: byPlace,
})

const waiting = (status: Queue['status'], priority: number | null): Stretch => ({
  over: 'leads',
  index: 'leads_in_order',
  where: `leads.status = '${status}'${priority === null ? '' : ` AND leads.priority = ${priority}`}`,
  keys: byTurn,
  queue: { status, priority },
})

/** Of those that are out of it, as in the order by status; `null` for all others. */
const byPlaceUnless = (isWaiting: string): readonly string[] =>
  [statusRank, 'leads.place_id', 'leads.priority'].map(key => `CASE WHEN NOT (${isWaiting}) THEN ${key} END`)

/** Call first, high, normal, low: as `engine/turns` goes through them. */
const priorities = [-1, 0, 1, 2]
const goals = [
  null,
  'not_achieved',
  'partially_achieved',
  'achieved',
] as const satisfies (GoalOutcome | null)[]

/** Never tried before tried, as it stands for "none": they sort before every time and figure. */
export const contactOrders: Readonly<Record<SortBy, ContactOrder>> = {
  name: byIndex('contacts_by_name', 'contacts.name_key', 'contacts.id'),
  phone: byIndex('sqlite_autoindex_contacts_1', 'contacts.phone', 'contacts.id'),
  country: byIndex('contacts_by_place', 'contacts.country', 'contacts.place_id', 'contacts.id'),
  added: byIndex(null, 'contacts.id'),
  lastCalled: byCalls('contacts_by_last_called', 'contacts.last_called_at', 'contacts.id'),
  calls: byCalls('contacts_by_calls', 'contacts.calls', 'contacts.id'),
  conversations: byCalls('contacts_by_conversations', 'contacts.conversations', 'contacts.id'),
  // As the engine takes them (`engine/turns`): by priority, due retries before fresh ones; then all others.
  order: {
    keys: [
      `NOT (${waits})`,
      `CASE WHEN ${waits} THEN leads.priority END`,
      `CASE WHEN ${waits} THEN leads.status = 'pending' END`,
      ...byPlaceUnless(waits),
      ...byTurn,
    ],
    stretches: [
      ...priorities.flatMap(priority => [waiting('retry', priority), waiting('pending', priority)]),
      ...leadStatuses.filter(status => status !== 'pending' && status !== 'retry').map(ofStatus),
    ],
  },
  status: { keys: [statusRank, ...byPlace], stretches: leadStatuses.map(ofStatus) },
  priority: ofLeads('leads_by_priority', 'leads.priority', 'leads.id'),
  attempts: ofLeads('leads_by_attempts', 'leads.attempts', 'leads.id'),
  nextAttempt: {
    keys: [`CASE WHEN ${retries} THEN leads.ready_at END`, ...byPlaceUnless(retries), ...byTurn],
    stretches: [...leadStatuses.filter(status => status !== 'retry').map(ofStatus), waiting('retry', null)],
  },
  goal: {
    keys: [
      ranked(
        `ifnull(leads.goal, '')`,
        goals.map(goal => goal ?? ''),
      ),
      'leads.id',
    ],
    stretches: goals.map(goal => ({
      over: 'leads',
      index: 'leads_by_goal',
      where: goal === null ? 'leads.goal IS NULL' : `leads.goal = '${goal}'`,
      keys: ['leads.id'],
    })),
  },
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
