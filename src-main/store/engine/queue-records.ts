import type { ListFacts } from '../../domain/holds/facts.ts'
import type { CampaignId, ContactId, E164, Instant, LeadId, PlaceId } from '../../domain/ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from '../../domain/lead.ts'
import type { Line, Place } from '../../domain/place.ts'
import type { LeadCandidate, QueueCell, SampledLead, Turn } from '../../engine/ports/lead-record.ts'
import { fromJson, type Json } from '../json.ts'
import type { Statements } from '../sqlite-file.ts'

const inProgress: readonly LeadStatus[] = ['queued', 'dialing', 'in_call']
const restartable: readonly LeadStatus[] = ['no_conversation', 'no_answer', 'failed']

export function listFacts(sql: Statements, campaign: CampaignId): ListFacts {
  const counts = new Map(
    sql
      .rows<{ status: LeadStatus; leads: number }>(
        'SELECT status, sum(leads) AS leads FROM lead_counts WHERE campaign_id = ? GROUP BY status',
        campaign,
      )
      .map(({ status, leads }) => [status, leads]),
  )
  const all = (statuses: readonly LeadStatus[]) =>
    statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0)
  const called = all(['called'])
  return {
    pending: all(['pending']),
    retry: all(['retry']),
    inProgress: all(inProgress),
    called,
    calledUntil: called === 0 ? null : firstCalledEnd(sql, campaign),
    restartable: all(restartable),
  }
}

const firstCalledEnd = (sql: Statements, campaign: CampaignId): Instant | null =>
  sql.first<{ at: Instant }>(
    `SELECT ready_at AS at FROM leads INDEXED BY leads_called_of_campaign
     WHERE status = 'called' AND campaign_id = ? ORDER BY ready_at LIMIT 1`,
    campaign,
  )?.at ?? null

export const nextCalledEnd = (sql: Statements): Instant | null =>
  sql.first<{ at: Instant }>(
    `SELECT ready_at AS at FROM leads INDEXED BY leads_called WHERE status = 'called' ORDER BY ready_at LIMIT 1`,
  )?.at ?? null

// A decision that makes so many final takes about 20 ms.
const MOST_FINISHED = 500

export const finishCalled = (sql: Statements, now: Instant): readonly CampaignId[] => [
  ...new Set(
    sql
      .rows<{ campaign: CampaignId }>(
        `UPDATE leads SET status = final_status, final_status = NULL, ready_at = 0
         WHERE id IN (SELECT id FROM leads INDEXED BY leads_called
           WHERE status = 'called' AND ready_at <= ? ORDER BY ready_at LIMIT ${MOST_FINISHED})
         RETURNING campaign_id AS campaign`,
        now,
      )
      .map(({ campaign }) => campaign),
  ),
]

export function placeOf(sql: Statements, id: PlaceId): Place {
  const row = sql.first<{
    country: string | null
    region: string | null
    line: Line
    zones: Json<readonly string[]>
  }>('SELECT country, region, line, zones FROM places WHERE id = ?', id)
  if (row === undefined) throw new Error(`there is no place ${id}`)
  return { ...row, zones: fromJson(row.zones) }
}

interface CellRow {
  readonly place: PlaceId
  readonly status: 'pending' | 'retry'
  readonly priority: number
  readonly hold: LeadHold | ''
  readonly leads: number
}

/** From the counts that triggers keep; rows of one cell stand together. */
export function queue(sql: Statements, campaign: CampaignId): readonly QueueCell[] {
  const cells: QueueCell[] = []
  let last: (QueueCell & { leads: number; holds: Map<LeadHold | null, number> }) | null = null
  for (const { place, status, priority, hold, leads } of sql.rows<CellRow>(cellRows, campaign)) {
    if (last === null || last.place !== place || last.status !== status || last.priority !== priority) {
      last = { place, status, priority, leads: 0, holds: new Map() }
      cells.push(last)
    }
    last.leads += leads
    last.holds.set(hold === '' ? null : hold, leads)
  }
  return cells
}

const cellRows = `SELECT place_id AS place, status, priority, hold, leads FROM lead_queue
  WHERE campaign_id = ? AND leads > 0 ORDER BY place_id, status, priority`

export const firstTurn = (
  sql: Statements,
  campaign: CampaignId,
  { place, status, priority }: Pick<QueueCell, 'place' | 'status' | 'priority'>,
): Turn | null => sql.first<Turn>(firstOfCell, campaign, status, place, priority) ?? null

// Nothing but what the index holds.
const inCell = `SELECT id AS lead, ready_at AS readyAt FROM leads INDEXED BY leads_in_order
  WHERE campaign_id = ? AND status = ? AND place_id = ? AND priority = ?`
export const firstOfCell = `${inCell} ORDER BY ready_at, id LIMIT 1`
// Two probes instead of one comparison of pairs, for which SQLite would walk through all that are ready equally long.
export const equallyReady = `${inCell} AND ready_at = ? AND id > ? ORDER BY id LIMIT 1`
export const laterReady = `${inCell} AND ready_at > ? ORDER BY ready_at, id LIMIT 1`

export const turnAfter = (
  sql: Statements,
  campaign: CampaignId,
  { place, status, priority }: Pick<QueueCell, 'place' | 'status' | 'priority'>,
  { readyAt, lead }: Turn,
): Turn | null =>
  sql.first<Turn>(equallyReady, campaign, status, place, priority, readyAt, lead) ??
  sql.first<Turn>(laterReady, campaign, status, place, priority, readyAt) ??
  null

export const sampled = (sql: Statements, campaign: CampaignId): readonly SampledLead[] =>
  sql.rows<SampledLead>(
    `SELECT id AS lead, ready_at AS readyAt, hold, place_id AS place, status, priority
     FROM leads INDEXED BY leads_sampled
     WHERE campaign_id = ? AND sampled = 1 AND status IN ('pending', 'retry')
     ORDER BY priority, status DESC, ready_at, id`,
    campaign,
  )

interface CandidateRow extends Omit<LeadCandidate, 'fields' | 'sampled' | 'isBusy'> {
  readonly fields: Json<LeadCandidate['fields']>
  readonly sampled: 0 | 1
  readonly phonePosition: number
}

const candidates = `SELECT leads.id AS lead, contact_id AS contact, campaign_id AS campaign, contacts.phone,
    leads.place_id AS place, contacts.name, contacts.country, contacts.fields, leads.status,
    skip_reason AS skipReason, ready_at AS readyAt, hold, attempts, unrung, sampled, agreed_at AS agreedAt,
    phone_position AS phonePosition
  FROM leads JOIN contacts ON contacts.id = leads.contact_id WHERE leads.id = ?`

export function candidate(sql: Statements, lead: LeadId): LeadCandidate | null {
  const row = sql.first<CandidateRow>(candidates, lead)
  if (row === undefined) return null
  const { phonePosition, ...rest } = row
  const phone = phonePosition === 0 ? row.phone : furtherPhone(sql, row.contact, phonePosition)
  return {
    ...rest,
    phone,
    fields: fromJson(row.fields),
    sampled: row.sampled === 1,
    isBusy: phone !== null && isOnCall(sql, phone),
  }
}

const furtherPhone = (sql: Statements, contact: ContactId, position: number): E164 | null =>
  sql.first<{ phone: E164 }>(
    'SELECT phone FROM further_phones WHERE contact_id = ? AND position = ?',
    contact,
    position,
  )?.phone ?? null

/** A campaign or a test of a trunk calls this telephone, or an earlier process may still. */
export const isOnCall = (sql: Statements, phone: E164): boolean =>
  sql.first(`SELECT 1 FROM calls WHERE to_number = ? AND state <> 'ended'`, phone) !== undefined ||
  sql.first('SELECT 1 FROM calls WHERE to_number = ? AND orphan = 1', phone) !== undefined ||
  sql.first('SELECT 1 FROM test_calls WHERE to_number = ?', phone) !== undefined

export function skip(sql: Statements, lead: LeadId, reason: SkipReason): void {
  sql.run(
    `UPDATE leads SET status = 'skipped', skip_reason = ?, ready_at = 0, hold = NULL, agreed_at = NULL, sampled = 0
     WHERE id = ?`,
    reason,
    lead,
  )
}

export function park(sql: Statements, lead: LeadId, readyAt: Instant, hold: LeadHold): void {
  sql.run('UPDATE leads SET ready_at = ?, hold = ? WHERE id = ?', readyAt, hold, lead)
}
