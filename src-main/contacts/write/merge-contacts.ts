import type { ContactChange } from '../../domain/contact-change.ts'
import type { E164, PlaceId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { type ContactRow, furtherPhones, isBeingCalled, numbersOf } from './contact-row.ts'
import { type By, note, noteEdit } from './journal.ts'
import { mergeLeads } from './merge-leads.ts'
import { optOutsFollow } from './opt-outs-follow.ts'
import { placeAfter } from './place-id.ts'
import { leadsFollow } from './set-places.ts'
import { setFields, setLanguage, setName } from './set-values.ts'
import { setZone } from './set-zone.ts'

/** `from` goes up in `into`, and nothing of it is lost. @returns which of them is on a call; `null`: it is done */
export function mergeContacts(
  sql: Statements,
  into: ContactRow,
  from: ContactRow,
  by: By,
): ContactRow | null {
  for (const each of [into, from]) if (isBeingCalled(sql, each)) return each
  const [ofInto, ofFrom] = [numbersOf(sql, into), numbersOf(sql, from)]
  optOutsFollow(sql, ofFrom, ofInto, by.at)
  optOutsFollow(sql, ofInto, ofFrom, by.at)
  const filled = fillIn(sql, into, from)
  takeNumbers(sql, into, from)
  mergeLeads(sql, into.id, from.id)
  leadsFollow(sql, into.id)
  takeGroups(sql, into, from)
  addUp(sql, into, from)
  // What an earlier action did to the other one is history here, and is not taken back from here.
  sql.run('UPDATE contact_changes SET contact_id = ?, job_id = NULL WHERE contact_id = ?', into.id, from.id)
  sql.run('DELETE FROM contacts WHERE id = ?', from.id)
  note(sql, from.id, by, { is: 'deleted', name: from.name, phone: from.phone })
  noteEdit(sql, into.id, by, [...filled, { is: 'merged', name: from.name, phone: from.phone }])
  return null
}

/** What `into` has wins; what it lacks comes from the other. */
function fillIn(sql: Statements, into: ContactRow, from: ContactRow): readonly ContactChange[] {
  const missing = Object.entries(from.fields).filter(([key]) => !Object.hasOwn(into.fields, key))
  return [
    into.name === '' ? setName(sql, into, from.name) : null,
    into.language === null ? setLanguage(sql, into, from.language) : null,
    into.zone === null ? setZone(sql, into, from.zone) : null,
    setFields(sql, into, Object.fromEntries(missing)),
  ].filter(change => change !== null)
}

interface Number {
  readonly phone: E164
  readonly place: PlaceId
}

/** Its numbers come after those that are there; the first one where there was none. Leads keep the number they call. */
function takeNumbers(sql: Statements, into: ContactRow, from: ContactRow): void {
  const zone = into.zone ?? from.zone
  const moved = (number: E164, place: PlaceId): Number => ({
    phone: number,
    place: placeAfter(sql, { number, place, zone: from.zone }, { number, zone }),
  })
  const first = from.phone === null ? null : moved(from.phone, from.place)
  const numbers = furtherPhones(sql, from.id).map(({ phone, place }) => moved(phone, place))
  if (first !== null) numbers.unshift(first)
  const called = sql.rows<{ lead: number; phone: E164 | null }>(
    `SELECT leads.id AS lead, CASE phone_position WHEN 0 THEN contacts.phone ELSE further_phones.phone END AS phone
     FROM leads JOIN contacts ON contacts.id = leads.contact_id LEFT JOIN further_phones
       ON further_phones.contact_id = leads.contact_id AND further_phones.position = phone_position
     WHERE leads.contact_id = ?`,
    from.id,
  )
  sql.run('DELETE FROM further_phones WHERE contact_id = ?', from.id)
  const details = sql.first<{ country: string | null; type: string | null; written: string }>(
    'SELECT country, phone_type AS type, phone_as_imported AS written FROM contacts WHERE id = ?',
    from.id,
  )
  sql.run('UPDATE contacts SET phone = NULL WHERE id = ?', from.id)
  if (into.phone === null && first !== null) {
    sql.run(
      `UPDATE contacts SET phone = ?, country = ?, phone_type = ?, phone_as_imported = ?, place_id = ? WHERE id = ?`,
      first.phone,
      details?.country ?? null,
      details?.type ?? null,
      details?.written ?? '',
      first.place,
      into.id,
    )
    numbers.shift()
  }
  const last = furtherPhones(sql, into.id).at(-1)?.position ?? 0
  for (const [index, { phone, place }] of numbers.entries())
    sql.run(
      'INSERT INTO further_phones (contact_id, position, phone, place_id) VALUES (?, ?, ?, ?)',
      into.id,
      last + index + 1,
      phone,
      place,
    )
  for (const { lead, phone } of called)
    sql.run(
      `UPDATE leads SET phone_position = ifnull(
         (SELECT position FROM further_phones WHERE contact_id = ? AND phone = ?), 0) WHERE id = ?`,
      into.id,
      phone,
      lead,
    )
}

function takeGroups(sql: Statements, into: ContactRow, from: ContactRow): void {
  for (const [table, group] of [
    ['contact_tags', 'tag_id'],
    ['list_contacts', 'list_id'],
  ]) {
    sql.run(
      `INSERT OR IGNORE INTO ${table} (${group}, contact_id) SELECT ${group}, ? FROM ${table} WHERE contact_id = ?`,
      into.id,
      from.id,
    )
    sql.run(`DELETE FROM ${table} WHERE contact_id = ?`, from.id)
  }
  for (const table of ['consents', 'calls', 'decisions'])
    sql.run(`UPDATE ${table} SET contact_id = ? WHERE contact_id = ?`, into.id, from.id)
}

/** Summaries of calls are kept by a trigger call by call; those of the other one are added. */
function addUp(sql: Statements, into: ContactRow, from: ContactRow): void {
  sql.run(
    `UPDATE contacts SET
       calls = contacts.calls + other.calls,
       conversations = contacts.conversations + other.conversations,
       talk_ms = contacts.talk_ms + other.talk_ms,
       last_result = CASE WHEN ifnull(other.last_called_at, 0) > ifnull(contacts.last_called_at, 0)
         THEN other.last_result ELSE contacts.last_result END,
       last_called_at = nullif(max(ifnull(contacts.last_called_at, 0), ifnull(other.last_called_at, 0)), 0),
       goal_achieved = max(contacts.goal_achieved, other.goal_achieved),
       transferred_ms = nullif(max(ifnull(contacts.transferred_ms, -1), ifnull(other.transferred_ms, -1)), -1),
       texted = max(contacts.texted, other.texted),
       opened_link = max(contacts.opened_link, other.opened_link)
     FROM (SELECT * FROM contacts WHERE id = ?) AS other WHERE contacts.id = ?`,
    from.id,
    into.id,
  )
}
