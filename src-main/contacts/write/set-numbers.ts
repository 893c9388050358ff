import type { ContactChange } from '../../domain/contact-change.ts'
import type { E164, Instant, PlaceId } from '../../domain/ids.ts'
import { countryOf } from '../../numbering/phone.ts'
import { phoneTypeOf } from '../../numbering/phone-type.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { type ContactRow, furtherPhones, numbersOf } from './contact-row.ts'
import { optOutsFollow } from './opt-outs-follow.ts'
import { placeAfter } from './place-id.ts'
import { leadsFollow } from './set-places.ts'

export interface Numbers {
  /** `null`: it cannot be called. */
  readonly phone: E164 | null
  /** As it was written. */
  readonly written: string
  readonly further: readonly E164[]
}

/**
 * Numbers that belong to nobody else. Place, kind of line and campaigns follow; whoever asked not to be called is not
 * called at the new number either. Not while a call to the contact is live.
 */
export function setNumbers(
  sql: Statements,
  contact: ContactRow,
  { phone, written, further }: Numbers,
  now: Instant,
): ContactChange | null {
  const had = furtherPhones(sql, contact.id)
  const before = numbersOf(sql, contact)
  const hadFurther = had.map(each => each.phone)
  if (phone === contact.phone && further.join() === hadFurther.join()) return null
  const called = nextNumbers(sql, contact)
  // A number that moves to another place in the order keeps what is known of it.
  const known = new Map<E164, PlaceId>(had.map(each => [each.phone, each.place]))
  if (contact.phone !== null) known.set(contact.phone, contact.place)
  const place = (number: E164 | null): PlaceId =>
    (number === null ? undefined : known.get(number)) ??
    placeAfter(
      sql,
      { number: contact.phone, zone: contact.zone, place: contact.place },
      { number, zone: contact.zone },
    )
  sql.run('DELETE FROM further_phones WHERE contact_id = ?', contact.id)
  sql.run(
    `UPDATE contacts SET phone = ?, phone_as_imported = CASE WHEN phone IS ? THEN phone_as_imported ELSE ? END,
       country = ?, phone_type = ?, place_id = ? WHERE id = ?`,
    phone,
    phone,
    written,
    phone === null ? null : countryOf(phone),
    phone === null ? null : phoneTypeOf(phone),
    place(phone),
    contact.id,
  )
  for (const [index, number] of further.entries())
    sql.run(
      'INSERT INTO further_phones (contact_id, position, phone, place_id) VALUES (?, ?, ?, ?)',
      contact.id,
      index + 1,
      number,
      place(number),
    )
  const after = phone === null ? further : [phone, ...further]
  pointAgain(sql, contact, called)
  optOutsFollow(
    sql,
    before,
    after.filter(number => !before.includes(number)),
    now,
  )
  if (contact.phone === null && phone !== null) nowCallable(sql, contact)
  return {
    is: 'edited',
    before: { phone: contact.phone, furtherPhones: hadFurther },
    after: { phone, furtherPhones: further },
  }
}

/** Which number each of its campaigns calls next, where that is not the first. */
const nextNumbers = (sql: Statements, { id }: ContactRow) =>
  sql.rows<{ lead: number; phone: E164 | null }>(
    `SELECT leads.id AS lead, further_phones.phone FROM leads LEFT JOIN further_phones
       ON further_phones.contact_id = leads.contact_id AND further_phones.position = leads.phone_position
     WHERE leads.contact_id = ? AND phone_position > 0`,
    id,
  )

/** The same number goes on to be called next, wherever it stands now; the first one where it is gone. */
function pointAgain(sql: Statements, { id }: ContactRow, called: ReturnType<typeof nextNumbers>): void {
  for (const { lead, phone } of called)
    sql.run(
      `UPDATE leads SET phone_position = ifnull(
         (SELECT position FROM further_phones WHERE contact_id = ? AND phone = ?), 0) WHERE id = ?`,
      id,
      phone,
      lead,
    )
  leadsFollow(sql, id)
}

/** Was left out for want of a number only. */
function nowCallable(sql: Statements, { id }: ContactRow): void {
  sql.run(
    `UPDATE leads SET status = 'pending', skip_reason = NULL
     WHERE contact_id = ? AND status = 'skipped' AND skip_reason = 'no_number'
       AND campaign_id IN (SELECT id FROM campaigns WHERE state NOT IN ('completed', 'cancelled'))`,
    id,
  )
}
