import type { ContactChange } from '../../domain/contact-change.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { type ContactRow, furtherPhones } from './contact-row.ts'
import { placeAfter } from './place-id.ts'
import { setPlaces } from './set-places.ts'

/** With the zone go the places of all numbers, and of the contact in its campaigns. Not while a call to it is live. */
export function setZone(sql: Statements, contact: ContactRow, zone: string | null): ContactChange | null {
  if (zone === contact.zone) return null
  const further = furtherPhones(sql, contact.id)
  const numbers = [{ number: contact.phone, place: contact.place }, ...further.map(asNumber)]
  const before = numbers.map(({ place }) => place)
  const after = numbers.map(({ number, place }) =>
    placeAfter(sql, { number, place, zone: contact.zone }, { number, zone }),
  )
  sql.run('UPDATE contacts SET zone = ? WHERE id = ?', zone, contact.id)
  setPlaces(sql, contact.id, after)
  return {
    is: 'edited',
    before: { zone: contact.zone, places: before },
    after: { zone, places: after },
  }
}

const asNumber = ({ phone, place }: ReturnType<typeof furtherPhones>[number]) => ({ number: phone, place })
