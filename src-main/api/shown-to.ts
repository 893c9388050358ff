import type { z } from 'zod'
import type { shownTo } from '../contract/numbers.ts'
import type { ShownTo } from '../domain/rotation.ts'
import { areaOf } from '../numbering/area-of.ts'
import { countryOf, readPhone } from '../numbering/phone.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

/** Country and area of a contact, or of a number as somebody types it. */
export async function shownToOf({ db }: Services, to: z.infer<typeof shownTo>): Promise<ShownTo> {
  if ('lead' in to) {
    const contact = await db
      .selectFrom('leads')
      .innerJoin('contacts', 'contacts.id', 'leads.contact_id')
      .leftJoin('further_phones', join =>
        join
          .onRef('further_phones.contact_id', '=', 'contacts.id')
          .onRef('further_phones.position', '=', 'leads.phone_position'),
      )
      .select(({ fn }) => fn.coalesce('further_phones.phone', 'contacts.phone').as('phone'))
      .where('leads.id', '=', to.lead)
      .executeTakeFirst()
    if (contact === undefined) throw notFound('contact', to.lead)
    return contact.phone === null
      ? { country: null, area: '' }
      : { country: countryOf(contact.phone), area: areaOf(contact.phone) }
  }
  const phone = readPhone(to.number, to.defaultCountry)
  if ('reason' in phone)
    throw refused({
      code: 'bad_number',
      field: 'number',
      what: `This number cannot be called: ${phone.reason}.`,
      cure: 'Write it with its country code, such as +49 30 23125 000.',
    })
  return { country: phone.country, area: areaOf(phone.number) }
}
