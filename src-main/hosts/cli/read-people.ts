import { readFile, stat } from 'node:fs/promises'
import { type CsvContacts, csvContacts, guessColumn } from '../../engine/import/csv-contacts.ts'
import { readCsv } from '../../engine/import/read-csv.ts'

/** The people of a CSV file, or one sentence why there is nobody to call. */
export async function readPeople(
  file: string,
  defaultCountry: string,
): Promise<CsvContacts | { readonly reason: string }> {
  const bytes = await readFile(file).catch(async (error: NodeJS.ErrnoException) => ({
    reason: await whyUnread(file, error),
  }))
  if ('reason' in bytes) return bytes
  const read = await readCsv(bytes)
  if ('reason' in read) return { reason: `${file}: ${read.reason}` }
  const column = (of: 'phone_number' | 'contact_name') =>
    read.headings.findIndex(heading => guessColumn(heading) === of)
  const phoneColumn = column('phone_number')
  if (phoneColumn < 0)
    return {
      reason: `${file}: no column is called phone_number; its columns are ${read.headings.join(', ')}.`,
    }
  const nameColumn = column('contact_name')
  const people = csvContacts(read, {
    phoneColumn,
    nameColumn: nameColumn < 0 ? null : nameColumn,
    defaultCountry,
  })
  const [first] = people.rejected
  return people.contacts.length > 0
    ? people
    : { reason: `${file}: no row has a number that can be called. Line ${first?.line}: ${first?.reason}.` }
}

async function whyUnread(file: string, { code }: NodeJS.ErrnoException): Promise<string> {
  const isFolder = (await stat(file).catch(() => null))?.isDirectory() ?? false
  if (isFolder) return `${file} is a folder, not a CSV file.`
  return code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`
}
