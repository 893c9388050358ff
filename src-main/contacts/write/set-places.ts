import type { ContactId, PlaceId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'

/** Places of a contact's numbers in their order; those in campaigns follow the number that is called next there. */
export function setPlaces(sql: Statements, contact: ContactId, places: readonly PlaceId[]): void {
  const [first, ...further] = places
  if (first !== undefined) sql.run('UPDATE contacts SET place_id = ? WHERE id = ?', first, contact)
  const positions = sql.rows<{ position: number }>(
    'SELECT position FROM further_phones WHERE contact_id = ? ORDER BY position',
    contact,
  )
  for (const [index, { position }] of positions.entries()) {
    const place = further[index]
    if (place !== undefined)
      sql.run(
        'UPDATE further_phones SET place_id = ? WHERE contact_id = ? AND position = ?',
        place,
        contact,
        position,
      )
  }
  leadsFollow(sql, contact)
}

/** The place of a lead is that of the number which is called next. */
export function leadsFollow(sql: Statements, contact: ContactId): void {
  sql.run(
    `UPDATE leads SET place_id = next.place FROM (
       SELECT leads.id, ifnull(further_phones.place_id, contacts.place_id) AS place
       FROM leads JOIN contacts ON contacts.id = leads.contact_id
       LEFT JOIN further_phones ON further_phones.contact_id = leads.contact_id
         AND further_phones.position = leads.phone_position
       WHERE leads.contact_id = ?) AS next
     WHERE leads.id = next.id AND leads.place_id <> next.place`,
    contact,
  )
}
