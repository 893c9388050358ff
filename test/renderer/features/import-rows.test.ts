import { describe, expect, test } from 'vitest'
import type { ImportCheck, ImportPreview } from '../../../src-main/contract/imports.ts'
import { columnNote } from '../../../src-renderer/features/import/column-note.ts'
import { shownRows } from '../../../src-renderer/features/import/shown-rows.ts'
import { parseImportSearch, searchOf, targetOf } from '../../../src-renderer/ui/files/import-target.ts'

const row = (line: number) => ({ line, cells: [`number ${line}`, `name ${line}`] })
const marked = (line: number): ImportCheck['marked'][number] => ({
  ...row(line),
  marks: [{ column: 0, level: 'error', text: 'too short' }],
})

describe('contacts §3: “mapping step with preview of the first rows”', () => {
  const firstRows = [2, 3, 4, 5, 6].map(row)

  test('five rows of the file, then the first bad ones from further down', () =>
    expect(shownRows(firstRows, [marked(1_044), marked(2_311)]).map(({ line }) => line)).toEqual([
      2, 3, 4, 5, 6, 1_044, 2_311,
    ]))

  test('a bad row among the first is marked in its place and stands there once', () => {
    const shown = shownRows(firstRows, [marked(4)])
    expect(shown).toHaveLength(5)
    expect(shown.find(({ line }) => line === 4)?.marks).toHaveLength(1)
  })

  test('before the first check no row is marked', () =>
    expect(shownRows(firstRows, undefined).every(({ marks }) => marks.length === 0)).toBe(true))
})

describe('contacts §3: “headings are guessed, mappings remembered per heading set”', () => {
  const column = (part: Partial<ImportPreview['columns'][number]>): ImportPreview['columns'][number] => ({
    heading: 'Termin',
    use: { as: 'field', key: 'appointment_date' },
    because: 'guessed',
    rememberedAt: null,
    ...part,
  })
  const check = (part: Partial<ImportCheck>) =>
    ({ notUnderstood: [], agent: null, ...part }) as unknown as ImportCheck

  test('a guess says so', () =>
    expect(columnNote(0, column({}).use, column({}), undefined)?.words).toBe('guessed'))

  test('what was chosen instead of the guess is no guess', () =>
    expect(columnNote(0, { as: 'tags' }, column({}), undefined)).toBeUndefined())

  test('a remembered use says since when', () =>
    expect(
      columnNote(
        0,
        { as: 'tags' },
        column({
          use: { as: 'tags' },
          because: 'remembered',
          rememberedAt: Date.parse('2026-11-03T12:00:00Z'),
        }),
        undefined,
      )?.words,
    ).toMatch(/^remembered from .*3/))

  test('cells that were not understood come before everything else, with an example', () =>
    expect(
      columnNote(
        0,
        { as: 'consent', kind: 'express_written' },
        column({}),
        check({ notUnderstood: [{ column: 0, rows: 14, example: 'oui?' }] }),
      ),
    ).toEqual({
      look: { shape: 'triangle', hue: 'yellow' },
      words: '14 not understood',
      more: 'for example “oui?”',
    }))

  test('contacts §3: “fields that an agent needs are pointed out”: the column that fills one says who uses it', () =>
    expect(
      columnNote(
        0,
        column({}).use,
        column({}),
        check({
          agent: {
            id: 1 as NonNullable<ImportCheck['agent']>['id'],
            name: 'Clara',
            version: 7,
            needs: [{ key: 'appointment_date', missing: 3, otherwise: null }],
          },
        }),
      )?.words,
    ).toBe('used by Clara v7'))
})

describe('contacts §3: “into a campaign, a list, or all contacts”', () => {
  test.each([
    [{}, { into: 'all' }],
    [{ list: '3' }, { into: 'list', list: 3 }],
    [{ campaign: 5 }, { into: 'campaign', campaign: 5 }],
    [
      { list: 3, campaign: 5 },
      { into: 'list', list: 3 },
    ],
    [{ list: 'x', campaign: -1 }, { into: 'all' }],
  ])('the address %j leads into %j', (raw, target) =>
    expect(targetOf(parseImportSearch(raw))).toEqual(target),
  )

  test('a target stands in the address as it is read from it', () => {
    for (const search of [{}, { list: 3 }, { campaign: 5 }])
      expect(searchOf(targetOf(search))).toEqual(search)
  })

  test('an upload in the address is an id and nothing else', () => {
    expect(parseImportSearch({ upload: '9f-a1' })).toEqual({ upload: '9f-a1' })
    expect(parseImportSearch({ upload: '../../etc/passwd' })).toEqual({})
  })
})
