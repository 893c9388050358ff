import type { ContactChange, ContactValues } from '../../domain/contact-change.ts'
import type { CampaignId, ContactId, Instant } from '../../domain/ids.ts'
import type { LeadStanding } from '../../domain/lead-action.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { contactRow, furtherPhones, isBeingCalled } from '../write/contact-row.ts'
import { bringBack } from '../write/delete-contact.ts'
import { leadOf, setStanding } from '../write/lead-rows.ts'
import { setNumbers } from '../write/set-numbers.ts'
import { setPlaces } from '../write/set-places.ts'
import { setFields, setLanguage, setName } from '../write/set-values.ts'
import { unsuppressNumber } from '../write/suppress.ts'

/** What the history tells of it, or why it stays as it is, in words that go on from the contact's name. */
export type TakenBack = { readonly changes: readonly ContactChange[] } | { readonly kept: string }

export interface Circumstances {
  /** When it was changed. */
  readonly at: Instant
  /** Asked for by somebody; else a job that broke off leaves no trace, wherever that is. */
  readonly isUndo: boolean
}

/** One change of a contact back to what was before, unless somebody or a call has changed it since. */
export function takeBack(
  sql: Statements,
  contact: ContactId,
  change: ContactChange,
  { at, isUndo }: Circumstances,
): TakenBack {
  if (change.is === 'deleted') return broughtBack(sql, change)
  if (sql.first('SELECT 1 FROM contacts WHERE id = ?', contact) === undefined)
    return { kept: 'was deleted since' }
  if (isUndo && 'campaign' in change && isOver(sql, change.campaign))
    return { kept: 'stands in a campaign that is over' }
  switch (change.is) {
    case 'edited':
      return editedBack(sql, contact, change, at)
    case 'tagged':
      return gone(sql, 'DELETE FROM contact_tags WHERE tag_id = ? AND contact_id = ?', change.tag, contact)
        ? { changes: [{ ...change, is: 'untagged' }] }
        : { kept: 'has not got the tag any more' }
    case 'untagged':
      return gone(sql, group('contact_tags', 'tag_id', 'tags'), contact, change.tag)
        ? { changes: [{ ...change, is: 'tagged' }] }
        : { kept: 'has got the tag again, or it was deleted' }
    case 'listed':
      return gone(sql, 'DELETE FROM list_contacts WHERE list_id = ? AND contact_id = ?', change.list, contact)
        ? { changes: [{ ...change, is: 'unlisted' }] }
        : { kept: 'is not in the list any more' }
    case 'unlisted':
      return gone(sql, group('list_contacts', 'list_id', 'lists'), contact, change.list)
        ? { changes: [{ ...change, is: 'listed' }] }
        : { kept: 'is in the list again, or it was deleted' }
    case 'placed':
      return outAgain(sql, contact, change)
    case 'taken_out':
      return inAgain(sql, contact, change)
    case 'lead_changed':
      return leadBack(sql, contact, change)
    case 'consent_added':
      return consentAway(sql, change)
    case 'do_not_call':
      return callableAgain(sql, change, at)
    default:
      return { kept: 'cannot be taken back' }
  }
}

const gone = (sql: Statements, statement: string, ...values: readonly number[]): boolean =>
  sql.run(statement, ...values).changes > 0

const group = (table: string, column: string, groups: string): string =>
  `INSERT OR IGNORE INTO ${table} (${column}, contact_id) SELECT id, ? FROM ${groups} WHERE id = ?`

/** It can only be read. */
const isOver = (sql: Statements, campaign: CampaignId): boolean =>
  sql.first(`SELECT 1 FROM campaigns WHERE id = ? AND state IN ('completed', 'cancelled')`, campaign) !==
  undefined

type Of<I extends ContactChange['is']> = Extract<ContactChange, { is: I }>

function editedBack(sql: Statements, id: ContactId, { before, after }: Of<'edited'>, at: Instant): TakenBack {
  const contact = contactRow(sql, id)
  if (contact === null) return { kept: 'was deleted since' }
  const has: ContactValues = {
    name: contact.name,
    furtherPhones: furtherPhones(sql, id).map(({ phone }) => phone),
    zone: contact.zone,
    language: contact.language,
    fields: contact.fields,
    places: [contact.place, ...furtherPhones(sql, id).map(({ place }) => place)],
  }
  if (!holds(has, after)) return { kept: 'was changed since' }
  if (before.furtherPhones !== undefined) {
    if (isBeingCalled(sql, contact)) return { kept: 'is being called' }
    setNumbers(sql, contact, { phone: contact.phone, written: '', further: before.furtherPhones }, at)
  }
  if (before.name !== undefined) setName(sql, contact, before.name)
  if (before.language !== undefined) setLanguage(sql, contact, before.language)
  if (before.fields !== undefined) setFields(sql, contact, before.fields)
  if (before.zone !== undefined && before.places !== undefined) {
    if (isBeingCalled(sql, contact)) return { kept: 'is being called' }
    sql.run('UPDATE contacts SET zone = ? WHERE id = ?', before.zone, id)
    setPlaces(sql, id, before.places)
  }
  return { changes: [{ is: 'edited', before: after, after: before }] }
}

/** Whether what an action set is still so; a field that it took away is still away. */
const holds = (
  has: ContactValues,
  { name, furtherPhones, zone, language, fields, places }: ContactValues,
): boolean =>
  (name === undefined || name === has.name) &&
  (furtherPhones === undefined || furtherPhones.join() === has.furtherPhones?.join()) &&
  (zone === undefined || zone === has.zone) &&
  (language === undefined || language === has.language) &&
  (places === undefined || places.join() === has.places?.join()) &&
  Object.entries(fields ?? {}).every(([key, value]) => value === (has.fields?.[key] ?? null))

/** Unless it was withdrawn since: that is a fact of its own. */
function consentAway(sql: Statements, { consent, kind }: Of<'consent_added'>): TakenBack {
  const away =
    consent !== undefined && gone(sql, 'DELETE FROM consents WHERE id = ? AND withdrawn_at IS NULL', consent)
  return away ? { changes: [{ is: 'consent_withdrawn', kind }] } : { kept: 'has withdrawn consent since' }
}

function broughtBack(sql: Statements, { kept }: Of<'deleted'>): TakenBack {
  if (kept === undefined) return { kept: 'cannot be brought back any more' }
  const why = bringBack(sql, kept)
  return why === null ? { changes: [{ is: 'added' }] } : { kept: why }
}

const equal = (a: LeadStanding, b: LeadStanding): boolean =>
  (Object.keys(a) as (keyof LeadStanding)[]).every(part => a[part] === b[part])

/** As an action left it: neither a call nor anybody has touched it since. */
function untouched(sql: Statements, campaign: CampaignId, contact: ContactId, standing: LeadStanding) {
  const found = leadOf(sql, campaign, contact)
  if (found === null) return null
  const { lead, ...now } = found
  return equal(standing, now) ? lead : null
}

const TOUCHED = 'has gone on in the campaign since'

function outAgain(sql: Statements, contact: ContactId, change: Of<'placed' | 'taken_out'>): TakenBack {
  const lead = untouched(sql, change.campaign, contact, change.standing)
  if (lead === null || sql.first('SELECT 1 FROM calls WHERE lead_id = ? LIMIT 1', lead) !== undefined)
    return { kept: TOUCHED }
  sql.run('DELETE FROM leads WHERE id = ?', lead)
  return { changes: [{ ...change, is: 'taken_out' }] }
}

function inAgain(sql: Statements, contact: ContactId, change: Of<'placed' | 'taken_out'>): TakenBack {
  const { campaign, lead, standing } = change
  if (sql.first('SELECT 1 FROM campaigns WHERE id = ? AND deleted_at IS NULL', campaign) === undefined)
    return { kept: 'cannot go back: the campaign was deleted' }
  if (leadOf(sql, campaign, contact) !== null) return { kept: 'is in the campaign again' }
  const isFree = sql.first('SELECT 1 FROM leads WHERE id = ?', lead) === undefined
  const id = sql.run(
    'INSERT INTO leads (id, campaign_id, contact_id, place_id) VALUES (?, ?, ?, ?)',
    isFree ? lead : null,
    campaign,
    contact,
    standing.place,
  ).id as typeof lead
  setStanding(sql, id, standing)
  return { changes: [{ ...change, is: 'placed', lead: id }] }
}

function leadBack(sql: Statements, contact: ContactId, change: Of<'lead_changed'>): TakenBack {
  const { before, after } = change
  const lead = untouched(sql, change.campaign, contact, after)
  if (lead === null) return { kept: TOUCHED }
  setStanding(sql, lead, before)
  return { changes: [{ ...change, before: after, after: before }] }
}

/** @param at when it was put on the list */
function callableAgain(sql: Statements, { reason, entries = [] }: Of<'do_not_call'>, at: Instant): TakenBack {
  const stays = entries
    .map(entry => unsuppressNumber(sql, entry, { at, source: 'supervisor' }))
    .filter(why => why !== null)
  if (stays.length === entries.length) return { kept: stays[0] ?? 'is on the list for another reason' }
  return { changes: [{ is: 'callable_again', reason }] }
}
