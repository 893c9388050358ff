import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { proposeColumns } from '../../../src-main/contacts/import/map/propose-columns.ts'
import type { FileRow } from '../../../src-main/contacts/import/read/file-rows.ts'
import { openFile } from '../../../src-main/contacts/import/read/open-file.ts'
import type { FileReading } from '../../../src-main/domain/import-plan.ts'

const fixtures = resolve(import.meta.dirname, '../../fixtures/csv')
const folder = mkdtempSync(join(tmpdir(), 'trunkline-csv-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(path: string, reading: FileReading | null = null) {
  const file = await openFile(path, reading)
  const rows: FileRow[] = []
  for await (const part of file.rows()) rows.push(...part.rows)
  return { ...file, rows: rows.map(({ line, cells }) => [line, ...cells]) }
}
const made = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const polish = [
  [2, '030 23125 618', 'Jörg Müller', 'Köln'],
  [3, '0171 3920017', 'Zoë', 'Łódź'],
]
const two = (second: string) => [
  [2, '030 23125 618', 'Jörg'],
  [3, '0171 3920017', second],
]

describe('contacts.md §3 and quality.md §3: CSV of any encoding and shape', () => {
  test.each([
    ['comma-utf8.csv', 'utf-8', ',', polish],
    ['semicolon-utf8-bom.csv', 'utf-8', ';', polish],
    ['tab-utf16le-bom.csv', 'utf-16le', '\t', polish],
    ['pipe-utf16be-bom.csv', 'utf-16be', '|', polish],
    ['comma-utf16le.csv', 'utf-16le', ',', polish],
    ['semicolon-utf16be.csv', 'utf-16be', ';', polish],
    [
      'semicolon-windows-1252.csv',
      'windows-1252',
      ';',
      [
        [2, '030 23125 618', 'Jörg Müller', 'Köln'],
        [3, '0171 3920017', 'Zoë – 20 €', 'Graz'],
      ],
    ],
    ['cr-only.csv', 'utf-8', ',', polish],
    ['lf-only-no-final-newline.csv', 'utf-8', ',', polish],
    [
      'quoted-newlines.csv',
      'utf-8',
      ',',
      [
        [2, '030 23125 618', 'Jörg "JM" Müller', 'first line\nsecond, line'],
        [4, '0171 3920017', 'Zoë', 'x'],
      ],
    ],
    [
      'ragged.csv',
      'utf-8',
      ',',
      [
        ...two('Zoë').slice(0, 1),
        [3, '0171 3920017', 'Zoë', 'x', '', ''],
        [4, '0171 3920018', 'Ben', 'a', 'b', 'c'],
      ],
    ],
    [
      'blank-lines.csv',
      'utf-8',
      ',',
      [
        [5, '030 23125 618', 'Jörg'],
        [8, '0171 3920017', 'Zoë'],
      ],
    ],
    [
      'heading-twice.csv',
      'utf-8',
      ',',
      [
        [2, '030 23125 618', 'Jörg'],
        [3, 'phone', 'name'],
        [4, '0171 3920017', 'Zoë'],
      ],
    ],
    [
      'stray-quote.csv',
      'utf-8',
      ',',
      [
        [2, '030 23125 618', 'Jörg "JM" Müller'],
        [3, '0171 3920017', '5" pipe'],
      ],
    ],
  ] as const)('%s', async (name, encoding, separator, rows) => {
    const file = await read(join(fixtures, name))
    expect(file.reading).toMatchObject({ encoding, separator, heading: true })
    expect(file.rows).toEqual(rows)
  })

  test('without a heading the columns are numbered, and the first row counts', async () => {
    const file = await read(join(fixtures, 'no-heading.csv'))
    expect(file.reading.heading).toBe(false)
    expect(file.headings).toEqual(['Column 1', 'Column 2'])
    expect(file.rows.map(([line]) => line)).toEqual([1, 2])
  })

  test('what was detected can be set otherwise', async () => {
    const path = join(fixtures, 'no-heading.csv')
    const reading = { encoding: 'windows-1252', separator: ';', heading: true, sheet: 0 } as const
    const file = await read(path, reading)
    expect(file.reading).toEqual(reading)
    expect(file.headings).toEqual(['030 23125 618,JÃ¶rg'])
  })

  test('two columns of the same heading become two fields', async () => {
    const { headings, rows } = await read(join(fixtures, 'same-heading-twice.csv'))
    const cells = rows.map(row => row.slice(1).map(String))
    expect(proposeColumns(headings, cells, 'DE').map(({ use }) => use)).toEqual([
      { as: 'phone_number' },
      { as: 'field', key: 'note' },
      { as: 'field', key: 'note_2' },
    ])
  })

  test('an umlaut in the last line of a long file', async () => {
    const long = `phone,name\n${'030 23125 618,Anna\n'.repeat(40_000)}0171 3920017,J`
    const latin = await read(made('latin.csv', Buffer.from(`${long}örg\n`, 'latin1')))
    expect(latin.reading.encoding).toBe('windows-1252')
    expect(latin.rows.at(-1)).toEqual([40_002, '0171 3920017', 'Jörg'])
    const utf8 = await read(made('utf8.csv', `${long}ö😀rg\n`))
    expect(utf8.reading.encoding).toBe('utf-8')
    expect(utf8.rows.at(-1)).toEqual([40_002, '0171 3920017', 'Jö😀rg'])
  })
})

describe('quality.md §3: an error that names line and cause', () => {
  const reason = (path: string, reading: FileReading | null = null) =>
    read(path, reading).then(
      () => 'was read',
      (error: Error) => `${error.name}: ${error.message}`,
    )
  test.each([
    ['open-quote.csv', /Line 3: a quote is opened and never closed/],
    ['nul.csv', /Line 3 holds a NUL byte/],
    ['blank.csv', /Line 1: the file has no line with text/],
    ['empty.csv', /Line 1: the file is empty/],
    ['picture.csv', /Line 1: the file is a PNG picture/],
    ['old-excel.xls', /Line 1: the file is an old or a protected Excel file/],
    ['cut-off-utf16.csv', /Line 2.*middle of a sign/],
  ])('%s', async (name, expected) => {
    expect(await reason(join(fixtures, name))).toMatch(expected)
    expect(await reason(join(fixtures, name))).toMatch(/^UnreadableFile/)
  })

  test('a folder', async () => expect(await reason(folder)).toMatch(/It is a folder/))
  test('a file that is not there', async () =>
    expect(await reason(join(folder, 'none'))).toMatch(/no such file/))
  test('five thousand columns, a million columns', async () => {
    for (const columns of [5_000, 1_000_000])
      expect(await reason(made('wide.csv', `${'a,'.repeat(columns - 1)}b\n1\n`))).toMatch(
        new RegExp(`Line 1: the file has ${columns} columns; at most 500`),
      )
  })
  test('a ZIP that is no workbook', async () =>
    expect(await reason(made('cut.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])))).toMatch(
      /damaged or was cut off/,
    ))
  test('bytes that the chosen encoding does not have', async () => {
    const path = made('latin.csv', Buffer.from('phone,name\n1,Anna\n2,Jörg\n', 'latin1'))
    const reading = { encoding: 'utf-8', separator: ',', heading: true, sheet: 0 } as const
    expect(await reason(path, reading)).toMatch(/Line [123] holds bytes that are not UTF-8/)
  })
  test('a quote that swallows a whole file stops before the memory does', async () => {
    const swallowed = `phone,name\n1,"${'x'.repeat(6_000_000)}\n`
    expect(await reason(made('swallow.csv', swallowed))).toMatch(/Line 2: the row has more than 5,000,000/)
  })
})
