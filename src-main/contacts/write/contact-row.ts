import type { ContactId, E164, PlaceId } from '../../domain/ids.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'

/** What edits and actions look at of a contact. */
export interface ContactRow {
  readonly id: ContactId
  readonly name: string
  readonly phone: E164 | null
  readonly zone: string | null
  readonly language: string | null
  readonly place: PlaceId
  readonly fields: Readonly<Record<string, string>>
  readonly revision: number
}

export function contactRow(sql: Statements, id: ContactId): ContactRow | null {
  const row = sql.first<Omit<ContactRow, 'fields'> & { fields: Json<ContactRow['fields']> }>(
    `SELECT id, name, phone, zone, language, place_id AS place, fields, revision FROM contacts WHERE id = ?`,
    id,
  )
  return row === undefined ? null : { ...row, fields: fromJson(row.fields) }
}

export interface FurtherPhone {
  readonly position: number
  readonly phone: E164
  readonly place: PlaceId
}

/** Numbers after the first, in their order. */
export const furtherPhones = (sql: Statements, contact: ContactId): readonly FurtherPhone[] =>
  sql.rows<FurtherPhone>(
    'SELECT position, phone, place_id AS place FROM further_phones WHERE contact_id = ? ORDER BY position',
    contact,
  )

/** Every number of a contact, the first one first. */
export const numbersOf = (
  sql: Statements,
  { id, phone }: Pick<ContactRow, 'id' | 'phone'>,
): readonly E164[] => [
  ...(phone === null ? [] : [phone]),
  ...furtherPhones(sql, id).map(further => further.phone),
]

export interface Holder {
  readonly id: ContactId
  readonly name: string
}

/** Whose number it is, whichever of the contact's numbers. */
export const holderOf = (sql: Statements, number: E164): Holder | null =>
  sql.first<Holder>('SELECT id, name FROM contacts WHERE phone = ?', number) ??
  sql.first<Holder>(
    `SELECT contacts.id, contacts.name FROM further_phones JOIN contacts ON contacts.id = contact_id
     WHERE further_phones.phone = ?`,
    number,
  ) ??
  null

/** A call to it is live, or may still be up at the carrier after a crash. */
export const isBeingCalled = (sql: Statements, { id, phone }: Pick<ContactRow, 'id' | 'phone'>): boolean =>
  sql.first(
    `SELECT 1 FROM calls INDEXED BY calls_of_contact WHERE contact_id = ? AND (state <> 'ended' OR orphan = 1) LIMIT 1`,
    id,
  ) !== undefined ||
  numbersOf(sql, { id, phone }).some(
    number =>
      sql.first(`SELECT 1 FROM calls WHERE to_number = ? AND state <> 'ended'`, number) !== undefined ||
      sql.first('SELECT 1 FROM calls WHERE to_number = ? AND orphan = 1', number) !== undefined,
  )
