import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { CallResult } from '../domain/call-result.ts'
import type { CallId, CampaignId, ContactId, E164, Instant, LeadId } from '../domain/ids.ts'
import type { LeadStatus, SkipReason } from '../domain/lead.ts'
import type { Tables } from './tables.ts'

export type LeadSort = 'order' | 'name' | 'status' | 'attempts' | 'lastCalled' | 'nextAttempt'

export interface LeadQuery {
  readonly campaign: CampaignId
  /** Empty: all. */
  readonly statuses: readonly LeadStatus[]
  /** Part of the name, or digits of the number in any notation. */
  readonly search: string
  readonly sort: LeadSort
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

export interface ListedLead {
  readonly lead: LeadId
  readonly contact: ContactId
  readonly name: string
  readonly number: E164 | null
  readonly country: string | null
  readonly priority: -1 | 0 | 1 | 2
  readonly status: LeadStatus
  readonly skipReason: SkipReason | null
  readonly attempts: number
  readonly conversations: number
  readonly talkMs: number
  readonly lastResult: CallResult | null
  readonly lastCalledAt: Instant | null
  readonly nextAttemptAt: Instant | null
  readonly lastCall: CallId | null
}

const columnOf = {
  order: 'leads.id',
  name: 'contacts.name',
  status: 'leads.status',
  attempts: 'leads.attempts',
  lastCalled: 'leads.last_called_at',
  nextAttempt: 'leads.ready_at',
} as const satisfies Record<LeadSort, string>

/** One page of a campaign's contacts, and how many fit the filter in all. */
export async function readLeads(
  db: Kysely<Tables>,
  query: LeadQuery,
): Promise<{ readonly total: number; readonly rows: readonly ListedLead[] }> {
  const order = query.descending ? 'desc' : 'asc'
  const [total, rows] = await Promise.all([
    countLeads(db, query),
    filtered(db, query)
      .select(({ selectFrom }) => [
        'leads.id as lead',
        'contacts.id as contact',
        'contacts.name',
        'contacts.phone as number',
        'contacts.country',
        'leads.priority',
        'leads.status',
        'leads.skip_reason as skipReason',
        'leads.attempts',
        'leads.conversations',
        'leads.talk_ms as talkMs',
        'leads.last_result as lastResult',
        'leads.last_called_at as lastCalledAt',
        'leads.ready_at as readyAt',
        selectFrom('calls')
          .select(({ fn }) => fn.max('calls.id').as('id'))
          .whereRef('calls.lead_id', '=', 'leads.id')
          .as('lastCall'),
      ])
      .orderBy(columnOf[query.sort], order)
      .orderBy('leads.id', order)
      .limit(query.limit)
      .offset(query.offset)
      .execute(),
  ])
  return {
    total,
    rows: rows.map(({ readyAt, ...row }) => ({
      ...row,
      nextAttemptAt: row.status === 'retry' ? readyAt : null,
    })),
  }
}

/** Without a search the counts are at hand; nothing is counted row by row. */
async function countLeads(db: Kysely<Tables>, query: LeadQuery): Promise<number> {
  if (query.search.trim() !== '') {
    const { leads } = await filtered(db, query)
      .select(({ fn }) => fn.countAll<number>().as('leads'))
      .executeTakeFirstOrThrow()
    return leads
  }
  const counts = db
    .selectFrom('lead_counts')
    .select(({ fn }) => fn.sum<number | null>('leads').as('leads'))
    .where('campaign_id', '=', query.campaign)
  const { leads } = await (query.statuses.length === 0
    ? counts
    : counts.where('status', 'in', query.statuses)
  ).executeTakeFirstOrThrow()
  return leads ?? 0
}

function filtered(
  db: Kysely<Tables>,
  { campaign, statuses, search }: LeadQuery,
): SelectQueryBuilder<Tables, 'leads' | 'contacts', object> {
  let rows = db
    .selectFrom('leads')
    .innerJoin('contacts', 'contacts.id', 'leads.contact_id')
    .where('leads.campaign_id', '=', campaign)
  if (statuses.length > 0) rows = rows.where('leads.status', 'in', statuses)
  const words = search.trim()
  return words === '' ? rows : rows.where(matches(words))
}

/** True for rows of `contacts` whose name holds the words, or whose number holds their digits. */
export function matches(words: string) {
  const name = sql<boolean>`contacts.name LIKE ${`%${escapeLike(words)}%`} ESCAPE '\\'`
  const digits = words.replace(/[\s()/.-]/g, '').replace(/^(\+|00|0)/, '')
  return /^\d{2,}$/.test(digits) ? sql<boolean>`(${name} OR contacts.phone LIKE ${`%${digits}%`})` : name
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
