import type { ContactRow } from '../../../src-main/contract/contacts.ts'
import { text } from '../../text/text.ts'

/** What a contact is called where it has no name. */
export const nameOf = ({ name, phone }: Pick<ContactRow, 'name' | 'phone'>): string =>
  name || phone || text.contacts.noName
