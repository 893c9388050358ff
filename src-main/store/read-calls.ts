import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { CallResult } from '../domain/call-result.ts'
import type { CallId, CampaignId, ContactId, E164, Instant } from '../domain/ids.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { MediaStats, SipMessage } from '../engine/ports/dialer.ts'
import { fromJson, fromJsonOrNull } from './json.ts'
import { matches } from './read-leads.ts'
import { type ResultsOfCall, resultsOfCall } from './results/results-of-call.ts'
import type { CallRow } from './tables/calls.ts'
import type { Tables } from './tables.ts'

export interface CallQuery {
  readonly campaign: CampaignId | undefined
  /** Empty: all. */
  readonly results: readonly CallResult[]
  readonly search: string
  readonly offset: number
  readonly limit: number
}

export interface ListedCall {
  readonly id: CallId
  readonly campaignId: CampaignId
  readonly campaignName: string
  readonly contactId: ContactId
  readonly contactName: string
  readonly number: E164
  readonly country: string | null
  readonly attempt: number
  readonly startedAt: Instant
  readonly result: CallResult | null
  readonly ringMs: number | null
  readonly talkMs: number | null
  readonly sipCode: number | null
  readonly recording: string | null
}

/** Calls, newest first. */
export async function readCalls(
  db: Kysely<Tables>,
  query: CallQuery,
): Promise<{ readonly total: number; readonly rows: readonly ListedCall[] }> {
  const { results, search, offset, limit } = query
  const isInRollUp = results.length > 0 && search.trim() === ''
  const total = isInRollUp ? await countEnded(db, query) : await countCalls(db, query)
  // Looking for what is not there would read them all.
  if (total <= offset) return { total, rows: [] }
  const rows = await listed(filtered(db, query))
    .orderBy('calls.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, rows }
}

/** Calls with a result are those of the roll-up: some hundred rows instead of millions. */
async function countEnded(db: Kysely<Tables>, { campaign, results }: CallQuery): Promise<number> {
  let hours = db.selectFrom('campaign_hours').where('result', 'in', results)
  if (campaign !== undefined) hours = hours.where('campaign_id', '=', campaign)
  const { calls } = await hours
    .select(({ fn }) => fn.coalesce(fn.sum<number>('calls'), sql<number>`0`).as('calls'))
    .executeTakeFirstOrThrow()
  return calls
}

/** Contacts are looked at only where something is asked of them. */
async function countCalls(db: Kysely<Tables>, query: CallQuery): Promise<number> {
  let rows: SelectQueryBuilder<Tables, 'calls', object> = db.selectFrom('calls')
  if (query.campaign !== undefined) rows = rows.where('calls.campaign_id', '=', query.campaign)
  const counted = query.search.trim() === '' ? rows : filtered(db, query)
  const { calls } = await counted
    .select(({ fn }) => fn.countAll<number>().as('calls'))
    .executeTakeFirstOrThrow()
  return calls
}

type Joined = SelectQueryBuilder<Tables, 'calls' | 'contacts' | 'campaigns', object>

function filtered(db: Kysely<Tables>, { campaign, results, search }: CallQuery): Joined {
  let rows: Joined = joined(db)
  if (campaign !== undefined) rows = rows.where('calls.campaign_id', '=', campaign)
  if (results.length > 0) rows = rows.where('calls.result', 'in', results)
  const words = search.trim()
  return words === '' ? rows : rows.where(matches(words))
}

const joined = (db: Kysely<Tables>): Joined =>
  db
    .selectFrom('calls')
    .innerJoin('contacts', 'contacts.id', 'calls.contact_id')
    .innerJoin('campaigns', 'campaigns.id', 'calls.campaign_id')

const listed = (rows: Joined) =>
  rows.select([
    'calls.id',
    'calls.campaign_id as campaignId',
    'campaigns.name as campaignName',
    'calls.contact_id as contactId',
    'contacts.name as contactName',
    'calls.to_number as number',
    'contacts.country',
    'calls.attempt',
    'calls.reserved_at as startedAt',
    'calls.result',
    'calls.ring_ms as ringMs',
    'calls.talk_ms as talkMs',
    'calls.sip_code as sipCode',
    'calls.recording',
  ])

export interface CallDetail extends ListedCall {
  readonly row: CallRow
  readonly agentName: string
  readonly agentVersion: number
  readonly trunkName: string
  readonly media: MediaStats | null
  readonly events: readonly ConversationEvent[]
  readonly trace: readonly SipMessage[]
  readonly results: ResultsOfCall
  /** Until when the contact may call back before its results are settled; `null`: they are. */
  readonly settlesAt: Instant | null
  /** All calls to the contact, newest first; at most a hundred. */
  readonly attempts: readonly ListedCall[]
}

/** One call with all that is known about it. */
export async function readCall(db: Kysely<Tables>, id: CallId): Promise<CallDetail | null> {
  const [row, head] = await Promise.all([
    db.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst(),
    listed(joined(db)).where('calls.id', '=', id).executeTakeFirst(),
  ])
  if (row === undefined || head === undefined) return null
  const [agent, trunk, events, trace, attempts, results, lead] = await Promise.all([
    db
      .selectFrom('agent_versions')
      .innerJoin('agents', 'agents.id', 'agent_versions.agent_id')
      .select(['agents.name', 'agent_versions.version'])
      .where('agent_versions.id', '=', row.agent_version_id)
      .executeTakeFirstOrThrow(),
    db.selectFrom('trunks').select('name').where('id', '=', row.trunk_id).executeTakeFirstOrThrow(),
    db.selectFrom('call_events').select('event').where('call_id', '=', id).orderBy('seq').execute(),
    db
      .selectFrom('call_traces')
      .select(['at', 'direction', 'text'])
      .where('call_id', '=', id)
      .orderBy('seq')
      .execute(),
    listed(joined(db))
      .where('calls.contact_id', '=', row.contact_id)
      .orderBy('calls.id', 'desc')
      .limit(100)
      .execute(),
    resultsOfCall(db, id, row.campaign_id),
    db.selectFrom('leads').select(['status', 'ready_at']).where('id', '=', row.lead_id).executeTakeFirst(),
  ])
  return {
    ...head,
    row,
    agentName: agent.name,
    agentVersion: agent.version,
    trunkName: trunk.name,
    media: fromJsonOrNull(row.media),
    events: events.map(({ event }) => fromJson(event)),
    trace,
    results,
    settlesAt: lead?.status === 'called' ? lead.ready_at : null,
    attempts,
  }
}
