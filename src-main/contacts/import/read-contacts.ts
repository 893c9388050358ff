import type { E164 } from '../../domain/ids.ts'
import type { ColumnUse } from '../../domain/import-plan.ts'
import type { Person } from '../write/add-people.ts'
import { proposeColumns } from './map/propose-columns.ts'
import { variableName } from './map/variable-name.ts'
import type { FileRow } from './read/file-rows.ts'
import { openFile } from './read/open-file.ts'
import { UnreadableFile } from './read/unreadable-file.ts'
import { rowReader } from './row/row-reader.ts'

/** A file that is small enough to be read at once, by what its headings say. */
export interface ReadContacts {
  readonly headings: readonly string[]
  /** A column holds numbers. */
  readonly hasNumbers: boolean
  readonly contacts: readonly Person[]
  /** The same number further up in the file. */
  readonly duplicates: number
  readonly rejected: readonly { readonly line: number; readonly reason: string }[]
}

const MOST_ROWS = 1_000_000

/**
 * Everybody in a CSV file or workbook, each number once. Numbers, names, zones and regions are what they are called; all
 * other columns become fields. Throws `UnreadableFile`.
 * @param country ISO 3166-1 alpha-2; reads numbers without a country code
 */
export async function readContacts(path: string, country: string): Promise<ReadContacts> {
  const { headings, rows } = await wholeFile(path)
  const first = rows.slice(0, 100).map(({ cells }) => cells)
  const columns = proposeColumns(headings, first, country).map(({ use }, column) =>
    asField(use, headings[column] ?? ''),
  )
  const plan = { columns, defaultCountry: country, withoutNumber: 'reject', tags: [] } as const
  const read = rowReader(plan, headings, 0)
  const contacts = new Map<E164, Person>()
  const rejected: { line: number; reason: string }[] = []
  let duplicates = 0
  for (const fileRow of rows) {
    const found = read(fileRow)
    if ('rejected' in found) rejected.push({ line: fileRow.line, reason: found.rejected.reason })
    else if (found.row.phone === null || contacts.has(found.row.phone)) duplicates += 1
    else {
      const { phone, written, zone, place, name, fields } = found.row
      contacts.set(phone, { phone, written, zone, place, name, fields })
    }
  }
  const hasNumbers = columns.some(({ as }) => as === 'phone_number')
  return { headings, hasNumbers, contacts: [...contacts.values()], duplicates, rejected }
}

async function wholeFile(path: string) {
  const file = await openFile(path, null)
  const rows: FileRow[] = []
  for await (const part of file.rows()) {
    rows.push(...part.rows)
    if (rows.length > MOST_ROWS)
      throw new UnreadableFile(
        `Line ${rows.at(-1)?.line}: there are more than ${MOST_ROWS.toLocaleString('en')} rows. Import the file into a campaign instead.`,
      )
  }
  if (rows.length === 0) throw new UnreadableFile('Line 1: there is a heading only, and no row below it.')
  return { headings: file.headings, rows }
}

const kept: ReadonlySet<ColumnUse['as']> = new Set([
  'phone_number',
  'contact_name',
  'zone',
  'region',
  'field',
  'leave_out',
])

function asField(use: ColumnUse, heading: string): ColumnUse {
  const key = variableName(heading)
  if (kept.has(use.as)) return use
  return key === '' ? { as: 'leave_out' } : { as: 'field', key }
}
