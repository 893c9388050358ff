import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { afterAll, describe, expect, test } from 'vitest'
import { exportFileName } from '../../../src-main/contacts/export/file-name.ts'
import { harmless } from '../../../src-main/contacts/export/harmless.ts'
import type { Cell, Sheet } from '../../../src-main/contacts/export/sheet.ts'
import { csvOf } from '../../../src-main/contacts/export/write-csv.ts'
import { writeSheet } from '../../../src-main/contacts/export/write-file.ts'
import { jsonOf } from '../../../src-main/contacts/export/write-json.ts'
import { CELL_LIMIT } from '../../../src-main/contacts/export/write-xlsx.ts'

const folder = mkdtempSync(join(tmpdir(), 'export-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const hostile = [
  '=HYPERLINK("http://example.test","x")',
  "+1+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '=1+1;"',
]

const sheetOf = (rows: readonly (readonly Cell[])[], width: number): Sheet => ({
  columns: Array.from({ length: width }, (_, at) => ({ key: `c${at}`, heading: `column_${at}` })),
  rows,
})
const text = (parts: Iterable<string>) => [...parts].join('')

describe('contacts.md §4, cells that a spreadsheet would run as a formula are made harmless', () => {
  test.each(hostile)('%j begins with an apostrophe in CSV', cell => {
    const [, [read]] = parse(text(csvOf(sheetOf([[cell]], 1), ',')), { bom: true }) as [string[], [string]]
    expect(read).toBe(`'${cell}`)
  })

  test.each(['+4930231254120', '-12', '-3.5', 'Anna = Maria', '', 'a@example.test'])(
    '%j stays as it is',
    cell => {
      expect(harmless(cell)).toBe(cell)
    },
  )

  test('no text at all begins as a formula would, in either CSV', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';'),
        (cells, separator) => {
          const read = parse(text(csvOf(sheetOf([cells], cells.length), separator as ',' | ';')), {
            bom: true,
            delimiter: separator,
            relax_column_count: true,
          }) as string[][]
          const row = read[1] ?? []
          for (const cell of row) expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?!\d+([.,]\d+)?$)/)
        },
      ),
    )
  })

  test('a workbook stores them as texts, which a second library reads back unchanged', async () => {
    const file = join(folder, 'hostile.xlsx')
    await writeSheet(
      file,
      sheetOf(
        hostile.map(cell => [cell]),
        1,
      ),
      { format: 'xlsx', title: 'Hostile / cells?' },
    )
    const read = (await readSheet(file)).slice(1).map(([cell]) => cell)
    expect(read.map(cell => String(cell).trim())).toEqual(hostile.map(cell => cell.trim()))
    expect(readFileSync(file).includes('<f>')).toBe(false)
  })
})

describe('contacts.md §4, four formats', () => {
  const rows: readonly (readonly Cell[])[] = [
    ['Ärzte "Süd"', '+4930231254120', 3, true, null],
    ['two\nlines', 'a;b,c', -1.5, false, ' outer blanks '],
  ]

  test.each([',', ';'] as const)('CSV with %j is read back by another library', separator => {
    const read = parse(text(csvOf(sheetOf(rows, 5), separator)), { bom: true, delimiter: separator })
    expect(read).toEqual([
      ['column_0', 'column_1', 'column_2', 'column_3', 'column_4'],
      ['Ärzte "Süd"', '+4930231254120', '3', 'yes', ''],
      ['two\nlines', 'a;b,c', '-1.5', 'no', ' outer blanks '],
    ])
  })

  test('CSV begins with the mark that makes Excel read UTF-8', () => {
    expect(text(csvOf(sheetOf(rows, 5), ',')).charCodeAt(0)).toBe(0xfeff)
  })

  test('JSON keeps numbers, truth and nothing', () => {
    expect(JSON.parse(text(jsonOf(sheetOf(rows, 5))))[0]).toEqual({
      column_0: 'Ärzte "Süd"',
      column_1: '+4930231254120',
      column_2: 3,
      column_3: true,
      column_4: null,
    })
    expect(JSON.parse(text(jsonOf(sheetOf([], 2))))).toEqual([])
  })

  test('a workbook keeps numbers, and cuts what no cell can hold', async () => {
    const file = join(folder, 'plain.xlsx')
    const long = 'x'.repeat(CELL_LIMIT + 10)
    await writeSheet(file, sheetOf([...rows, [long, 'a\u0000b', 1, null, null]], 5), {
      format: 'xlsx',
      title: 'Plain',
    })
    const cells = await readSheet(file)
    expect(cells[1]).toEqual(['Ärzte "Süd"', '+4930231254120', 3, 'yes', null])
    expect(String(cells[3]?.[0])).toHaveLength(CELL_LIMIT)
    expect(cells[3]?.[1]).toBe('ab')
  })

  test('a file has its name only once it is whole', async () => {
    const file = join(folder, 'broken.csv')
    const rows = (function* (): Generator<readonly Cell[]> {
      yield ['one']
      throw new Error('the disk is gone')
    })()
    await expect(
      writeSheet(file, { columns: [{ key: 'a', heading: 'a' }], rows }, { format: 'csv', title: '' }),
    ).rejects.toThrow('the disk is gone')
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })

  test.each([
    ['Contacts of Autumn leads', 'csv', 'contacts-of-autumn-leads-2026-11-22.csv'],
    ['Ärzte: Süd/West', 'xlsx', 'arzte-sud-west-2026-11-22.xlsx'],
    ['../../etc', 'json', 'etc-2026-11-22.json'],
    ['???', 'csv-semicolon', 'export-2026-11-22.csv'],
  ] as const)('%j as %s is called %s', (title, format, name) => {
    expect(exportFileName(title, '2026-11-22', format)).toBe(name)
  })
})
