import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type WriteSheet, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { openFile } from '../../../src-main/contacts/import/read/open-file.ts'
import { numberText } from '../../../src-main/contacts/import/read/xlsx/cell-text.ts'
import { shownAs } from '../../../src-main/contacts/import/read/xlsx/number-format.ts'

const folder = mkdtempSync(join(tmpdir(), 'trunkline-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function aBook(name: string, sheets: WriteSheet[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, await writeXlsx({ sheets }))
  return path
}
async function rowsOf(path: string, sheet = 0) {
  const reading = { encoding: 'utf-8', separator: ',', heading: true, sheet } as const
  const file = await openFile(path, sheet === 0 ? null : reading)
  const rows: (readonly string[])[] = []
  for await (const part of file.rows()) rows.push(...part.rows.map(({ cells }) => cells))
  return { ...file, rows }
}

describe('contacts.md §3: XLSX', () => {
  test('texts, whole telephone numbers, dates, empty cells; each row by the number beside it', async () => {
    const path = await aBook('one.xlsx', [
      {
        name: 'Kunden',
        rows: [
          ['Telefon', 'Kunde', 'Termin', 'Kundennr', 'aktiv'],
          [4_930_231_256_180, 'Müller & Söhne <GmbH>', new Date(Date.UTC(2026, 10, 26)), null, true],
          ['0171 3920017', ' Zoë ', new Date(Date.UTC(2026, 10, 26, 9, 30)), 123_456_789_012_345, false],
          [null, null, null, null, null],
          ['030 23125 619', 'Łódź 😀'],
        ],
      },
    ])
    const book = await rowsOf(path)
    expect(book).toMatchObject({ kind: 'xlsx', sheets: ['Kunden'], reading: { heading: true, sheet: 0 } })
    expect(book.headings).toEqual(['Telefon', 'Kunde', 'Termin', 'Kundennr', 'aktiv'])
    expect(book.rows).toEqual([
      ['4930231256180', 'Müller & Söhne <GmbH>', '2026-11-26', '', 'true'],
      ['0171 3920017', 'Zoë', '2026-11-26 09:30', '123456789012345', 'false'],
      ['030 23125 619', 'Łódź 😀'],
    ])
  })

  test('the sheet is chosen; one that is not there is refused', async () => {
    const path = await aBook('two.xlsx', [
      { name: 'Leer', rows: [['a'], ['1']] },
      { name: 'Leads', rows: [['phone'], ['030 23125 618']] },
    ])
    expect((await rowsOf(path, 1)).rows).toEqual([['030 23125 618']])
    expect((await rowsOf(path)).sheets).toEqual(['Leer', 'Leads'])
    await expect(rowsOf(path, 2)).rejects.toThrow('The workbook has 2 sheets, none with the number 3.')
  })

  test('a workbook with its texts in a table of their own, as Excel writes it', async () => {
    const path = join(folder, 'shared.xlsx')
    const rows = Array.from({ length: 3_000 }, (_, at) => [`030 ${23_125_000 + at}`, `Person ${at % 100}`])
    const stream = writeXlsxStream(rows, {
      name: 'S',
      columns: [{ header: 'phone' }, { header: 'name' }],
      inlineStrings: false,
    })
    await pipeline(Readable.fromWeb(stream as never), createWriteStream(path))
    const book = await rowsOf(path)
    expect(book.rows).toEqual(rows)
  })

  test('leading zeros and a plus that only the format shows', () => {
    const text = (raw: string, code: string) => numberText(raw, shownAs(code), 1900)
    expect(text('3023125618', '00000000000')).toBe('03023125618')
    expect(text('4930231256180', '"+"0')).toBe('+4930231256180')
    expect(text('4.9302312E+11', 'General')).toBe('493023120000')
    expect(text('0.1', '0.00')).toBe('0.1')
    expect(text('46352', 'dd.mm.yyyy')).toBe('2026-11-26')
    expect(text('0.395833333', 'hh:mm')).toBe('09:30')
  })

  test('a damaged workbook says what to do', async () => {
    const path = await aBook('whole.xlsx', [{ name: 'A', rows: [['phone'], ['1']] }])
    const cut = join(folder, 'cut.xlsx')
    const { readFile } = await import('node:fs/promises')
    await writeFile(cut, (await readFile(path)).subarray(0, 700))
    await expect(rowsOf(cut)).rejects.toThrow(/damaged or was cut off.*save it again/)
  })
})
