import type { Refusal } from '../contract/values.ts'
import type { E164 } from '../domain/ids.ts'
import { refused } from './refuse.ts'

/** The same number is one contact. */
export const numberKnown = (number: E164, contact: NonNullable<Refusal['contact']>, field = 'phone') =>
  refused({
    code: 'number_known',
    field,
    what: `${number} belongs to ${contact.name === '' ? 'another contact' : `“${contact.name}”`} already.`,
    cure: 'Open that contact, or merge the two. Nothing was changed.',
    contact,
  })

export const beingCalled = (field: string, name: string) =>
  refused({
    code: 'being_called',
    field,
    what: `A call to ${name === '' ? 'this contact' : `“${name}”`} is going on.`,
    cure: 'Wait until it is over, then save again. Nothing was changed.',
  })
