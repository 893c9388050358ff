import type { E164 } from '../../domain/ids.ts'
import type { PhoneType } from '../../domain/phone-type.ts'
import type { Place } from '../../domain/place.ts'
import { readPhone } from '../../numbering/phone.ts'
import { phoneTypeOf } from '../../numbering/phone-type.ts'
import { placeOf } from '../../numbering/place-of.ts'
import type { CsvTable } from './read-csv.ts'

export interface CsvMapping {
  readonly phoneColumn: number
  readonly nameColumn: number | null
  /** ISO 3166 alpha-2; reads numbers without a country code. */
  readonly defaultCountry: string
}

export interface CsvContact {
  readonly phone: E164
  /** As it stood in the file. */
  readonly phoneAsImported: string
  readonly place: Place
  readonly phoneType: PhoneType | null
  readonly name: string
  /** The other columns by their variable name: `Appointment date` is `appointment_date`. */
  readonly fields: Readonly<Record<string, string>>
}

export interface CsvContacts {
  readonly contacts: readonly CsvContact[]
  readonly duplicates: number
  readonly rejected: readonly { readonly line: number; readonly text: string; readonly reason: string }[]
}

const headingsOf = {
  phone_number:
    /^(phone|phone_?number|telephone|tel|mobile|number|msisdn|telefon|telefonnummer|rufnummer|handy)$/,
  contact_name: /^(name|contact_?name|full_?name|contact|customer|kunde)$/,
} as const

/** What a column most likely holds, by its heading. */
export function guessColumn(heading: string): 'phone_number' | 'contact_name' | 'field' {
  const name = variableName(heading)
  if (headingsOf.phone_number.test(name)) return 'phone_number'
  return headingsOf.contact_name.test(name) ? 'contact_name' : 'field'
}

/** `Appointment date` → `appointment_date`, so that `{{appointment_date}}` finds it. */
export const variableName = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')

/** Rows as contacts: numbers checked, the same number taken once, each rejected row with its line and reason. */
export function csvContacts(table: CsvTable, mapping: CsvMapping): CsvContacts {
  const reading = readRows(table, mapping)
  for (;;) {
    const { done, value } = reading.next()
    if (done) return value
  }
}

/** The same while calls go on: numbers cost up to 20 µs each, so everybody else has a turn in between. */
export async function csvContactsInTurns(table: CsvTable, mapping: CsvMapping): Promise<CsvContacts> {
  const reading = readRows(table, mapping)
  for (;;) {
    const { done, value } = reading.next()
    if (done) return value
    await new Promise(resolve => setImmediate(resolve))
  }
}

const ROWS_PER_TURN = 500

function* readRows(table: CsvTable, mapping: CsvMapping): Generator<void, CsvContacts> {
  const contacts = new Map<E164, CsvContact>()
  const rejected = table.problems.map(problem => ({ ...problem, text: '' }))
  let duplicates = 0
  const fieldColumns = table.headings.flatMap((heading, column) => {
    const name = variableName(heading)
    return column === mapping.phoneColumn || column === mapping.nameColumn || name === ''
      ? []
      : [{ column, name }]
  })
  for (const [at, { line, cells }] of table.rows.entries()) {
    if (at > 0 && at % ROWS_PER_TURN === 0) yield
    const phoneAsImported = cells[mapping.phoneColumn] ?? ''
    const phone = readPhone(phoneAsImported, mapping.defaultCountry)
    if ('reason' in phone) {
      rejected.push({ line, text: cells.join(' '), reason: phone.reason })
      continue
    }
    if (contacts.has(phone.number)) {
      duplicates += 1
      continue
    }
    const name = mapping.nameColumn === null ? '' : (cells[mapping.nameColumn] ?? '')
    const fields = Object.fromEntries(
      fieldColumns.flatMap(({ column, name }) => (cells[column] ? [[name, cells[column]]] : [])),
    )
    contacts.set(phone.number, {
      phone: phone.number,
      phoneAsImported,
      place: placeOf(phone.number),
      phoneType: phoneTypeOf(phone.number),
      name,
      fields,
    })
  }
  rejected.sort((a, b) => a.line - b.line)
  return { contacts: [...contacts.values()], duplicates, rejected }
}
