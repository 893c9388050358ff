import { describe, expect, test } from 'vitest'
import { csvContacts, csvContactsInTurns, guessColumn } from '../../../src-main/engine/import/csv-contacts.ts'
import { type CsvTable, readCsv } from '../../../src-main/engine/import/read-csv.ts'
import { placeOf } from '../../../src-main/numbering/place-of.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const table = async (text: string): Promise<CsvTable> => {
  const read = await readCsv(bytes(text))
  if ('reason' in read) throw new Error(read.reason)
  return read
}
const reason = async (content: Uint8Array): Promise<string> => {
  const read = await readCsv(content)
  return 'reason' in read ? read.reason : 'was read'
}

describe('a CSV file that a spreadsheet wrote', () => {
  for (const [name, separator] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['pipe', '|'],
  ] as const)
    test(`is read with ${name}s`, async () => {
      const read = await table([`phone_number${separator}name`, `+493023125412${separator}Anna`].join('\r\n'))
      expect(read).toMatchObject({ separator, headings: ['phone_number', 'name'] })
      expect(read.rows).toEqual([{ line: 2, cells: ['+493023125412', 'Anna'] }])
    })

  test('keeps separators and line breaks inside quotes', async () => {
    const read = await table('phone_number,note\n+493023125412,"Müller, Anna\nsecond line"\n')
    expect(read.rows[0]?.cells[1]).toBe('Müller, Anna\nsecond line')
  })

  test('shows the encoding it was read with', async () => {
    expect(
      await readCsv(new Uint8Array([0xff, 0xfe, ...Buffer.from('tel;name\n1;ä\n', 'utf16le')])),
    ).toMatchObject({ encoding: 'UTF-16 LE' })
    expect(await readCsv(Buffer.from('tel;name\n1;Jörg\n', 'latin1'))).toMatchObject({
      encoding: 'Windows-1252',
      rows: [{ cells: ['1', 'Jörg'] }],
    })
    expect(await readCsv(bytes('\uFEFFtel,name\n1,ä\n'))).toMatchObject({
      encoding: 'UTF-8 with BOM',
      headings: ['tel', 'name'],
    })
  })
})

describe('a file that cannot be used says why', () => {
  test('empty', async () => expect(await reason(bytes(''))).toBe('The file is empty.'))
  test('only blank lines', async () =>
    expect(await reason(bytes('\n\n'))).toBe('The file has no line with text.'))
  test('only a heading', async () =>
    expect(await reason(bytes('phone_number,name\n'))).toContain('heading line only'))
  test('a picture', async () =>
    expect(await reason(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]))).toBe(
      'The file is a PNG picture, not CSV. Save it as CSV and choose it again.',
    ))
  test('an Excel workbook', async () =>
    expect(await reason(new Uint8Array([0x50, 0x4b, 3, 4, 0]))).toContain('ZIP or Excel'))
  test('a NUL byte, with its line', async () =>
    expect(await reason(bytes('tel\n12\n3\0\n'))).toContain('Line 3 holds a NUL byte'))
  test('a quote that never closes', async () =>
    expect(await reason(bytes('tel,name\n1,"Anna\n2,Ben\n'))).toContain('never closed'))
  test('five thousand columns', async () =>
    expect(await reason(bytes(`${'a,'.repeat(5000)}b\n1\n`))).toContain('5001 columns'))
})

describe('rows become contacts', () => {
  const mapping = { phoneColumn: 0, nameColumn: 1, defaultCountry: 'DE' }

  test('numbers are read with the default country, further columns become fields', async () => {
    const made = csvContacts(
      await table('Phone;Name;Appointment time\n030 23125 412;Anna;half past nine\n'),
      mapping,
    )
    expect(made.contacts).toEqual([
      {
        phone: '+493023125412',
        phoneAsImported: '030 23125 412',
        place: placeOf('+493023125412'),
        phoneType: 'fixed',
        name: 'Anna',
        fields: { appointment_time: 'half past nine' },
      },
    ])
  })

  test('the same number in another notation is one contact', async () => {
    const made = csvContacts(
      await table('phone,name\n030 23125412,Anna\n+49 30 23125 412,Anna again\n'),
      mapping,
    )
    expect(made).toMatchObject({ duplicates: 1, contacts: [{ name: 'Anna' }] })
  })

  test('each rejected row says line and reason: missing, not a number, emergency, premium, too many cells', async () => {
    const made = csvContacts(
      await table(
        'phone,name\n,Anna\nhello,Ben\n110,Cem\n+44 909 879 0000,Dora\n+493023125412,Eva,extra,cells\n+493023125413,Fred\n',
      ),
      mapping,
    )
    expect(made.contacts.map(contact => contact.name)).toEqual(['Fred'])
    expect(made.rejected.map(row => [row.line, row.reason])).toEqual([
      [2, 'no number'],
      [3, '“hello” is not a telephone number'],
      [4, '“110” is a short number, as emergency services have, which is never called'],
      [5, '“+44 909 879 0000” is a premium-rate number, which is never called'],
      [6, '4 cells, but 2 headings. A separator inside a text needs quotes.'],
    ])
  })

  test('headings are guessed in the words people use', () => {
    expect(['Phone Number', 'TEL', 'Rufnummer', 'Full name', 'Kunde', 'City'].map(guessColumn)).toEqual([
      'phone_number',
      'phone_number',
      'phone_number',
      'contact_name',
      'contact_name',
      'field',
    ])
  })
})

test('while a large file is read and its numbers are checked, calls and windows get their turns', async () => {
  const lines = Array.from(
    { length: 5_000 },
    (_, at) => `+4930${23_125_000 + (at % 4_000)},Person ${at} of the list`,
  )
  const file = new TextEncoder().encode(['phone,name', ...lines].join('\n'))
  let turns = 0
  let isOver = false
  const count = () => {
    turns += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const table = await readCsv(file)
  if ('reason' in table) throw new Error(table.reason)
  expect(turns).toBeGreaterThanOrEqual(Math.floor(file.length / 65_536))
  const before = turns
  const mapping = { phoneColumn: 0, nameColumn: 1, defaultCountry: 'DE' }
  const contacts = await csvContactsInTurns(table, mapping)
  isOver = true
  expect(turns - before).toBeGreaterThanOrEqual(8)
  expect(contacts).toEqual(csvContacts(table, mapping))
  expect(contacts.duplicates).toBe(1_000)
})
