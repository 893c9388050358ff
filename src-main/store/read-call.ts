import type { Kysely } from 'kysely'
import type { CallResult } from '../domain/call-result.ts'
import type { CallId, Instant } from '../domain/ids.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { MediaStats, SipMessage } from '../engine/ports/dialer.ts'
import { fromJson, fromJsonOrNull } from './json.ts'
import { type ResultsOfCall, resultsOfCall } from './results/results-of-call.ts'
import type { CallRow } from './tables/calls.ts'
import type { Tables } from './tables.ts'

export interface CallDetail {
  readonly row: CallRow
  readonly campaignName: string
  readonly contactName: string
  readonly country: string | null
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
  readonly attempts: readonly Attempt[]
}

export interface Attempt {
  readonly id: CallId
  readonly at: Instant
  readonly result: CallResult | null
  readonly talkMs: number | null
  readonly campaign: string
}

const MOST_ATTEMPTS = 100

/** One call with all that is known about it. */
export async function readCall(db: Kysely<Tables>, id: CallId): Promise<CallDetail | null> {
  const row = await db.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const [names, agent, trunk, events, trace, attempts, results, lead] = await Promise.all([
    db
      .selectFrom('contacts')
      .innerJoin('campaigns', join => join.on('campaigns.id', '=', row.campaign_id))
      .select(['campaigns.name as campaignName', 'contacts.name as contactName', 'contacts.country'])
      .where('contacts.id', '=', row.contact_id)
      .executeTakeFirstOrThrow(),
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
    db
      .selectFrom('calls')
      .innerJoin('campaigns', 'campaigns.id', 'calls.campaign_id')
      .select(['calls.id', 'reserved_at as at', 'result', 'talk_ms as talkMs', 'campaigns.name as campaign'])
      .where('calls.contact_id', '=', row.contact_id)
      .orderBy('calls.id', 'desc')
      .limit(MOST_ATTEMPTS)
      .execute(),
    resultsOfCall(db, id, row.campaign_id),
    db.selectFrom('leads').select(['status', 'ready_at']).where('id', '=', row.lead_id).executeTakeFirst(),
  ])
  return {
    row,
    ...names,
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
