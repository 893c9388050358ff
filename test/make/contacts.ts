import type { CallResult } from '../../src-main/domain/call-result.ts'
import type { ConsentRecord } from '../../src-main/domain/consent-record.ts'
import type { GoalOutcome } from '../../src-main/domain/flow.ts'
import type { CampaignId, ContactId, Instant, PlaceId } from '../../src-main/domain/ids.ts'
import type { LeadStatus } from '../../src-main/domain/lead.ts'
import { nameKey } from '../../src-main/domain/name-key.ts'
import type { PhoneType } from '../../src-main/domain/phone-type.ts'
import { type Place, placeKey } from '../../src-main/domain/place.ts'
import type { Statements } from '../../src-main/store/sqlite-file.ts'
import { berlin, mondayAtTen } from './workspace.ts'

/** A contact with everything that can be filtered by. */
export interface WholeContact {
  readonly name: string
  readonly phone: string | null
  readonly furtherPhones: readonly string[]
  readonly phoneType: PhoneType | null
  readonly place: Place
  readonly language: string | null
  readonly fields: Readonly<Record<string, string>>
  readonly tags: readonly string[]
  readonly lists: readonly string[]
  readonly consents: readonly Pick<
    ConsentRecord,
    'kind' | 'purpose' | 'givenAt' | 'expiresAt' | 'withdrawnAt'
  >[]
  readonly calls: number
  readonly conversations: number
  readonly lastCalledAt: Instant | null
  readonly lastResult: CallResult | null
  readonly goalAchieved: boolean
  readonly texted: boolean
  readonly openedLink: boolean
  readonly transferredMs: number | null
  readonly addedAt: Instant
  /** Of the campaign that is given. */
  readonly lead: {
    readonly status: LeadStatus
    readonly priority: -1 | 0 | 1 | 2
    readonly attempts: number
    readonly readyAt: Instant
    readonly goal: GoalOutcome | null
  } | null
}

export const aContact = (change: Partial<WholeContact> = {}): WholeContact => ({
  name: 'Anna Berg',
  phone: '+493023125100',
  furtherPhones: [],
  phoneType: 'fixed',
  place: berlin,
  language: null,
  fields: {},
  tags: [],
  lists: [],
  consents: [],
  calls: 0,
  conversations: 0,
  lastCalledAt: null,
  lastResult: null,
  goalAchieved: false,
  texted: false,
  openedLink: false,
  transferredMs: null,
  addedAt: mondayAtTen,
  lead: null,
  ...change,
})

/** Straight into the tables, as writers would have left them. */
export function insertContact(
  sql: Statements,
  contact: WholeContact,
  campaign: CampaignId | null = null,
): ContactId {
  const place = placeRow(sql, contact.place)
  const { id } = sql.run(
    `INSERT INTO contacts (phone, country, phone_type, place_id, name, name_key, language, fields, texted, opened_link,
       created_at, changed_at, calls, conversations, last_called_at, last_result, goal_achieved, transferred_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    contact.phone,
    contact.place.country,
    contact.phoneType,
    place,
    contact.name,
    nameKey(contact.name),
    contact.language,
    JSON.stringify(contact.fields),
    contact.texted ? 1 : 0,
    contact.openedLink ? 1 : 0,
    contact.addedAt,
    contact.addedAt,
    contact.calls,
    contact.conversations,
    contact.lastCalledAt,
    contact.lastResult,
    contact.goalAchieved ? 1 : 0,
    contact.transferredMs,
  )
  contact.furtherPhones.forEach((phone, index) => {
    sql.run('INSERT INTO further_phones VALUES (?, ?, ?, ?)', id, index + 1, phone, place)
  })
  for (const tag of contact.tags)
    sql.run('INSERT INTO contact_tags (tag_id, contact_id) VALUES (?, ?)', tagRow(sql, tag), id)
  for (const list of contact.lists)
    sql.run('INSERT INTO list_contacts (list_id, contact_id) VALUES (?, ?)', listRow(sql, list), id)
  for (const { kind, purpose, givenAt, expiresAt, withdrawnAt } of contact.consents)
    sql.run(
      `INSERT INTO consents (contact_id, kind, purpose, given_at, expires_at, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?)`,
      id,
      kind,
      purpose,
      givenAt,
      expiresAt,
      withdrawnAt,
    )
  if (contact.lead !== null && campaign !== null) {
    const { status, priority, attempts, readyAt, goal } = contact.lead
    sql.run(
      `INSERT INTO leads (campaign_id, contact_id, place_id, status, skip_reason, final_status, priority, attempts,
         ready_at, goal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      campaign,
      id,
      place,
      status,
      status === 'skipped' ? 'manual' : null,
      status === 'called' ? 'completed' : null,
      priority,
      attempts,
      readyAt,
      goal,
    )
  }
  return id as ContactId
}

function placeRow(sql: Statements, place: Place): PlaceId {
  const key = placeKey(place)
  const known = sql.first<{ id: PlaceId }>('SELECT id FROM places WHERE key = ?', key)
  if (known) return known.id
  const { id } = sql.run(
    'INSERT INTO places (key, country, region, line, zones) VALUES (?, ?, ?, ?, ?)',
    key,
    place.country,
    place.region,
    place.line,
    JSON.stringify(place.zones),
  )
  return id as PlaceId
}

export const tagRow = (sql: Statements, name: string): number =>
  sql.first<{ id: number }>('SELECT id FROM tags WHERE name = ?', name)?.id ??
  sql.run('INSERT INTO tags (name) VALUES (?)', name).id

export const listRow = (sql: Statements, name: string): number =>
  sql.first<{ id: number }>('SELECT id FROM lists WHERE name = ?', name)?.id ??
  sql.run('INSERT INTO lists (name, created_at, changed_at) VALUES (?, 0, 0)', name).id
