import type { ContactId, E164 } from '../../domain/ids.ts'
import { nameKey } from '../../domain/name-key.ts'
import type { Place } from '../../domain/place.ts'
import { countryOf } from '../../numbering/phone.ts'
import { phoneTypeOf } from '../../numbering/phone-type.ts'
import { placeOf } from '../../numbering/place-of.ts'
import { toJson } from '../../store/json.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { type By, note } from './journal.ts'
import { nowhere, placeId } from './place-id.ts'

export interface NewContact {
  readonly name: string
  readonly phone: E164 | null
  /** As it was written. */
  readonly written: string
  readonly further: readonly E164[]
  readonly zone: string | null
  /** Of the first number, where more is known than it and the zone tell. */
  readonly place?: Place | undefined
  readonly language: string | null
  readonly fields: Readonly<Record<string, string>>
}

/** Numbers that belong to nobody yet. */
export function newContact(sql: Statements, contact: NewContact, by: By): ContactId {
  const { name, phone, written, further, zone, place, language, fields } = contact
  const placeOfNumber = (number: E164 | null) =>
    placeId(sql, number === null ? nowhere(zone) : placeOf(number, { zone }))
  const id = sql.run(
    `INSERT INTO contacts (phone, phone_as_imported, country, phone_type, zone, place_id, name, name_key, language,
       fields, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    phone,
    written,
    phone === null ? null : countryOf(phone),
    phone === null ? null : phoneTypeOf(phone),
    zone,
    place === undefined ? placeOfNumber(phone) : placeId(sql, place),
    name,
    nameKey(name),
    language,
    toJson(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))),
    by.at,
    by.at,
  ).id as ContactId
  for (const [index, number] of further.entries())
    sql.run(
      'INSERT INTO further_phones (contact_id, position, phone, place_id) VALUES (?, ?, ?, ?)',
      id,
      index + 1,
      number,
      placeOfNumber(number),
    )
  note(sql, id, by, { is: 'added' }, 1)
  return id
}
