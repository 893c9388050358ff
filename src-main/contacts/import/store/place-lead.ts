import type { CampaignId, ContactId, E164, Instant, JobId, PlaceId } from '../../../domain/ids.ts'
import type { ImportPlan } from '../../../domain/import-plan.ts'
import { suppression } from '../../../store/engine/rule-records.ts'
import type { Statements } from '../../../store/sqlite-file.ts'
import type { By } from '../../write/journal.ts'
import { priorityNumbers } from '../../write/lead-rows.ts'
import { type NamedCampaign, placeInCampaign } from '../../write/place-in-campaign.ts'
import type { StagedRow } from '../stage/staging.ts'

export interface LeadContext {
  readonly job: JobId
  readonly by: By
  readonly campaign: NamedCampaign
  readonly priority: ImportPlan['priority']
  readonly nobodyBarred: boolean
}

/** The contact of a row into the campaign, unless it stands there already. Within a transaction. */
export function placeLead(
  sql: Statements,
  row: StagedRow,
  context: LeadContext,
): { readonly placed?: number } {
  // Those without a number are placed by `placeNumberless`.
  if (row.phone === null) return {}
  const found = sql.first<{ id: ContactId; place: PlaceId; by: JobId | null }>(
    'SELECT id, place_id AS place, import_id AS by FROM contacts WHERE phone = ?',
    row.phone,
  )
  const { campaign, job, by } = context
  const priority = row.priority ?? context.priority
  if (found?.by === job) {
    const skipped = context.nobodyBarred ? null : skippedFrom(sql, campaign.id, row.phone, by.at)
    return { placed: insertLead(sql, campaign.id, found, priorityNumbers[priority], skipped) }
  }
  const contact = found?.id ?? holderOf(sql, row.phone)
  // Deleted or merged since its row was stored: it is somebody's later wish.
  return contact !== null && placeInCampaign(sql, campaign, contact, priority, by) ? { placed: 1 } : {}
}

/** Contacts of the import that were kept without a number: in the campaign, and never called. @returns how many */
export function placeNumberless(
  sql: Statements,
  { job, campaign, priority }: LeadContext,
  most: number,
): number {
  return sql.run(
    `INSERT INTO leads (campaign_id, contact_id, place_id, priority, status, skip_reason)
     SELECT ?, id, place_id, ?, 'skipped', 'no_number' FROM contacts INDEXED BY contacts_of_import
     WHERE import_id = ? AND phone IS NULL
       AND NOT EXISTS (SELECT 1 FROM leads WHERE campaign_id = ? AND contact_id = contacts.id) LIMIT ?`,
    campaign.id,
    priorityNumbers[priority],
    job,
    campaign.id,
    most,
  ).changes
}

const insertLead = (
  sql: Statements,
  campaign: CampaignId,
  { id, place }: { readonly id: ContactId; readonly place: PlaceId },
  priority: number,
  skipped: 'dnc' | 'opted_out' | null,
): number =>
  sql.run(
    `INSERT OR IGNORE INTO leads (campaign_id, contact_id, place_id, priority, status, skip_reason)
     VALUES (?, ?, ?, ?, ?, ?)`,
    campaign,
    id,
    place,
    priority,
    skipped === null ? 'pending' : 'skipped',
    skipped,
  ).changes

function skippedFrom(sql: Statements, campaign: CampaignId, phone: E164, now: Instant) {
  const scope = suppression(sql, phone, campaign, now)
  return scope === null ? null : scope === 'all' ? 'dnc' : 'opted_out'
}

const holderOf = (sql: Statements, phone: E164): ContactId | null =>
  sql.first<{ id: ContactId }>('SELECT contact_id AS id FROM further_phones WHERE phone = ?', phone)?.id ??
  null
