import { UnreadableFile } from '../../contacts/import/read/unreadable-file.ts'
import { type ReadContacts, readContacts } from '../../contacts/import/read-contacts.ts'

/** The people of a CSV or Excel file, or one sentence why there is nobody to call. */
export async function readPeople(
  file: string,
  defaultCountry: string,
): Promise<ReadContacts | { readonly reason: string }> {
  try {
    const people = await readContacts(file, defaultCountry)
    const { hasNumbers, headings, contacts, rejected } = people
    if (!hasNumbers)
      return { reason: `${file}: no column is called phone_number; its columns are ${headings.join(', ')}.` }
    const [first] = rejected
    if (contacts.length > 0) return people
    return {
      reason: `${file}: no row has a number that can be called. Line ${first?.line}: ${first?.reason}.`,
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { reason: `${file}: ${error.message}` }
    throw error
  }
}
