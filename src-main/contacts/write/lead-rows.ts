import type { CampaignId, ContactId, E164, Instant, LeadId, PlaceId } from '../../domain/ids.ts'
import type { Priority, SkipReason } from '../../domain/lead.ts'
import type { LeadStanding } from '../../domain/lead-action.ts'
import { neverDialled } from '../../numbering/never-dialled.ts'
import { blocked, suppression } from '../../store/engine/rule-records.ts'
import type { Statements } from '../../store/sqlite-file.ts'

/** As they are stored; -1 is called before all others. */
export const priorityNumbers = { high: 0, normal: 1, low: 2 } as const satisfies Record<Priority, number>

export interface StandingLead extends LeadStanding {
  readonly lead: LeadId
}

const columns = `id AS lead, status, skip_reason AS skipReason, priority, ready_at AS readyAt, hold,
  agreed_at AS agreedAt, sampled, attempts, unrung, phone_position AS phonePosition, place_id AS place`

export const leadOf = (sql: Statements, campaign: CampaignId, contact: ContactId): StandingLead | null =>
  sql.first<StandingLead>(
    `SELECT ${columns} FROM leads WHERE campaign_id = ? AND contact_id = ?`,
    campaign,
    contact,
  ) ?? null

export function setStanding(sql: Statements, lead: LeadId, standing: LeadStanding): void {
  sql.run(
    `UPDATE leads SET status = ?, skip_reason = ?, priority = ?, ready_at = ?, hold = ?, agreed_at = ?, sampled = ?,
       attempts = ?, unrung = ?, phone_position = ?, place_id = ? WHERE id = ?`,
    standing.status,
    standing.skipReason,
    standing.priority,
    standing.readyAt,
    standing.hold,
    standing.agreedAt,
    standing.sampled,
    standing.attempts,
    standing.unrung,
    standing.phonePosition,
    standing.place,
    lead,
  )
}

export interface NewLead {
  readonly campaign: CampaignId
  readonly contact: ContactId
  readonly priority: 0 | 1 | 2
  readonly now: Instant
}

/** A person new in a campaign: to be called, or skipped from the start with the reason. */
export function addLead(sql: Statements, { campaign, contact, priority, now }: NewLead): StandingLead {
  const row = sql.first<{ phone: E164 | null; place: PlaceId }>(
    'SELECT phone, place_id AS place FROM contacts WHERE id = ?',
    contact,
  )
  if (row === undefined) throw new Error(`there is no contact ${contact}`)
  const reason = skippedFrom(sql, campaign, row.phone, now)
  sql.run(
    'INSERT INTO leads (campaign_id, contact_id, place_id, priority, status, skip_reason) VALUES (?, ?, ?, ?, ?, ?)',
    campaign,
    contact,
    row.place,
    priority,
    reason === null ? 'pending' : 'skipped',
    reason,
  )
  const lead = leadOf(sql, campaign, contact)
  if (lead === null) throw new Error('a lead was not written')
  return lead
}

function skippedFrom(
  sql: Statements,
  campaign: CampaignId,
  phone: E164 | null,
  now: Instant,
): SkipReason | null {
  if (phone === null) return 'no_number'
  const scope = suppression(sql, phone, campaign, now)
  if (scope === null) return null
  return scope === 'all' ? 'dnc' : 'opted_out'
}

/** Why the number that a lead is called at next is never called; `null`: it may be, as far as lists go. */
export function barred(
  sql: Statements,
  campaign: CampaignId,
  phone: E164 | null,
  place: PlaceId,
  now: Instant,
): string | null {
  if (phone === null) return null
  const scope = suppression(sql, phone, campaign, now)
  if (scope === 'all') return 'is on the do-not-call list'
  if (scope === 'campaign') return 'does not want to be called by this campaign'
  const country = sql.first<{ country: string | null }>(
    'SELECT country FROM places WHERE id = ?',
    place,
  )?.country
  const why = neverDialled(phone) ?? blocked(sql, phone, country ?? null)
  return why === null ? null : `has a number that is never called: ${why}`
}
