import { orderedIds } from './query/ordered-ids.ts'
import { contactRows } from './read/contact-rows.ts'
import { countContacts } from './read/count-contacts.ts'
import { readPage } from './read/page.ts'
import { quick, type ReadTable, slow } from './read-work.ts'

/** Everything that can be asked about contacts beside the main thread. */
export const contactReads = {
  page: quick(readPage),
  rows: quick(contactRows),
  count: slow(countContacts),
  ids: slow(orderedIds),
} satisfies ReadTable
