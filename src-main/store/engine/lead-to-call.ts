import { sql, type Transaction } from 'kysely'
import type { ListFacts } from '../../domain/holds.ts'
import type { CampaignId, ContactId, Instant, LeadId, PlaceId } from '../../domain/ids.ts'
import type { LeadHold, LeadStatus } from '../../domain/lead.ts'
import type { LeadCandidate } from '../../engine/ports.ts'
import { fromJson, type Json } from '../json.ts'
import type { Tables } from '../tables.ts'

interface Row {
  readonly lead: LeadId
  readonly contact: ContactId
  readonly phone: string
  readonly place: PlaceId
  readonly hold: LeadHold | null
  readonly name: string
  readonly country: string | null
  readonly fields: Json<Readonly<Record<string, string>>>
  readonly status: 'pending' | 'retry'
  readonly ready_at: Instant
  readonly attempts: number
}

// High before normal before low; within each, due retries before fresh contacts; then the oldest.
const turns = [0, 1, 2].flatMap(priority => [
  { priority, status: 'retry' as const },
  { priority, status: 'pending' as const },
])

/** One probe of the index `leads_in_order` per turn, so the cost does not grow with the campaign. */
export async function leadToCall(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  now: Instant,
): Promise<LeadCandidate | null> {
  for (const { priority, status } of turns) {
    const { rows } = await sql<Row>`
      SELECT leads.id AS lead, contacts.id AS contact, contacts.phone, leads.place_id AS place, leads.hold, contacts.name, contacts.country,
        contacts.fields, leads.status, leads.ready_at, leads.attempts
      FROM leads INDEXED BY leads_in_order CROSS JOIN contacts ON contacts.id = leads.contact_id
      WHERE leads.campaign_id = ${campaign} AND leads.status = ${status} AND leads.priority = ${priority}
        AND leads.ready_at <= ${now} AND contacts.phone IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM calls WHERE calls.to_number = contacts.phone AND calls.state <> 'ended')
        AND NOT EXISTS (SELECT 1 FROM calls WHERE calls.to_number = contacts.phone AND calls.orphan = 1)
      ORDER BY leads.ready_at, leads.id LIMIT 1`.execute(tx)
    const row = rows[0]
    if (row) {
      const { ready_at, fields, ...rest } = row
      return { ...rest, readyAt: ready_at, fields: fromJson(fields) }
    }
  }
  return null
}

const inProgress = ['queued', 'dialing', 'in_call'] as const
const restartable = ['no_conversation', 'no_answer', 'failed'] as const

export async function listFacts(tx: Transaction<Tables>, campaign: CampaignId): Promise<ListFacts> {
  const counts = await tx
    .selectFrom('lead_counts')
    .select(({ fn }) => ['status', fn.sum<number>('leads').as('leads')])
    .where('campaign_id', '=', campaign)
    .groupBy('status')
    .execute()
  const of = (status: LeadStatus) => counts.find(row => row.status === status)?.leads ?? 0
  const all = (statuses: readonly LeadStatus[]) => statuses.reduce((sum, status) => sum + of(status), 0)
  const retry = of('retry')
  return {
    pending: of('pending'),
    retry,
    inProgress: all(inProgress),
    restartable: all(restartable),
    nextRetryAt: retry === 0 ? null : await nextRetryAt(tx, campaign),
  }
}

async function nextRetryAt(tx: Transaction<Tables>, campaign: CampaignId): Promise<Instant | null> {
  const firsts: Instant[] = []
  for (const priority of [0, 1, 2] as const) {
    const row = await tx
      .selectFrom('leads')
      .select('ready_at')
      .where('campaign_id', '=', campaign)
      .where('status', '=', 'retry')
      .where('priority', '=', priority)
      .orderBy('ready_at')
      .limit(1)
      .executeTakeFirst()
    if (row) firsts.push(row.ready_at)
  }
  return firsts.length === 0 ? null : Math.min(...firsts)
}
