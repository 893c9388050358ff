import type { ContactChange } from '../../../domain/contact-change.ts'
import type { ContactId, E164 } from '../../../domain/ids.ts'
import { nameKey } from '../../../domain/name-key.ts'
import { placeOf } from '../../../numbering/place-of.ts'
import { blocked } from '../../../store/engine/rule-records.ts'
import type { Statements } from '../../../store/sqlite-file.ts'
import { note } from '../../write/journal.ts'
import { placeId } from '../../write/place-id.ts'
import { addTags } from '../../write/set-tags.ts'
import { type More, moreIn, type StagedRow } from '../stage/staging.ts'
import type { Stored } from './checkpoint.ts'
import { isHeld } from './held-number.ts'
import { consentOf, type NewConsent, placeIdOf, type StoreContext, tagsNamed } from './store-context.ts'
import { updateContact } from './update-contact.ts'

type Change = { readonly [K in keyof Stored]?: number }

/** One row into the base of contacts, and into its list. Within a transaction. @returns what it adds to the counts */
export function storeRow(sql: Statements, row: StagedRow, context: StoreContext): Change {
  const more = moreIn(row)
  const { phone } = row
  const holder = phone === null || context.noFurther ? null : furtherHolder(sql, phone)
  const added = holder === null ? insertContact(sql, row, context) : null
  const doNotCall = phone !== null && !context.nobodyBarred && isBarred(sql, row, context) ? 1 : 0
  if (added !== null) {
    const leftOut = addMore(sql, added, row, more, context)
    return { added: 1, doNotCall, placed: putInList(sql, added, context), notUnderstood: leftOut }
  }
  const contact = holder ?? contactOf(sql, phone as E164)
  const { changed, leftOut } = updateContact(sql, contact, row, more, context)
  const placed = putInList(sql, contact, context)
  if (placed > 0 && context.list !== null)
    note(sql, contact, context.by, {
      is: 'listed',
      list: context.list.id,
      name: context.list.name,
    } satisfies ContactChange)
  return { [changed ? 'updated' : 'unchanged']: 1, doNotCall, placed, notUnderstood: leftOut }
}

/** @returns `null`: somebody has this number */
function insertContact(
  sql: Statements,
  row: StagedRow,
  { job, by, ...context }: StoreContext,
): ContactId | null {
  const { changes, id } = sql.run(
    `INSERT INTO contacts (phone, phone_as_imported, country, phone_type, zone, place_id, name, name_key, language, fields,
       import_id, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (phone) DO NOTHING`,
    row.phone,
    row.written,
    row.country,
    row.type,
    row.zone,
    placeIdOf(sql, row.place, context),
    row.name,
    nameKey(row.name),
    row.language,
    row.fields,
    job,
    by.at,
    by.at,
  )
  return changes === 0 ? null : (id as ContactId)
}

/** What few rows have. @returns cells that were left out: numbers that belong to somebody else */
function addMore(
  sql: Statements,
  contact: ContactId,
  row: StagedRow,
  { further, tags, consents, region }: More,
  context: StoreContext,
): number {
  const free = further.filter(number => !isHeld(sql, number))
  for (const [index, number] of free.entries())
    sql.run(
      'INSERT INTO further_phones (contact_id, position, phone, place_id) VALUES (?, ?, ?, ?)',
      contact,
      index + 1,
      number,
      placeId(sql, placeOf(number, { zone: row.zone, region })),
    )
  addTags(sql, contact, tagsNamed(sql, tags, context))
  for (const consent of consents) insertConsent(sql, contact, consentOf(consent, row, context))
  return further.length - free.length
}

function insertConsent(sql: Statements, contact: ContactId, consent: NewConsent): void {
  sql.run(
    `INSERT INTO consents (contact_id, kind, channel, source, evidence, given_at) VALUES (?, ?, ?, ?, ?, ?)`,
    contact,
    consent.kind,
    consent.channel,
    consent.source,
    consent.evidence,
    consent.givenAt,
  )
}

const putInList = (sql: Statements, contact: ContactId, { list }: StoreContext): number =>
  list === null
    ? 0
    : sql.run('INSERT OR IGNORE INTO list_contacts (list_id, contact_id) VALUES (?, ?)', list.id, contact)
        .changes

const isBarred = (sql: Statements, { phone, country }: StagedRow, { by }: StoreContext): boolean =>
  phone !== null &&
  (sql.first(
    `SELECT 1 FROM suppressions WHERE number = ? AND scope = 'all' AND (expires_at IS NULL OR expires_at > ?)`,
    phone,
    by.at,
  ) !== undefined ||
    blocked(sql, phone, country) !== null)

const furtherHolder = (sql: Statements, phone: E164): ContactId | null =>
  sql.first<{ id: ContactId }>('SELECT contact_id AS id FROM further_phones WHERE phone = ?', phone)?.id ??
  null

function contactOf(sql: Statements, phone: E164): ContactId {
  const row = sql.first<{ id: ContactId }>('SELECT id FROM contacts WHERE phone = ?', phone)
  if (row === undefined) throw new Error('a number was taken by nobody')
  return row.id
}
