import { describe, expect, test } from 'vitest'
import type { ColumnUse } from '../../../src-main/contract/imports.ts'
import {
  canBeChecked,
  codeOf,
  fieldKey,
  nameOfUse,
  problemsOf,
  readUse,
} from '../../../src-renderer/features/import/mapping.ts'

const every: readonly ColumnUse[] = [
  { as: 'phone_number' },
  { as: 'further_phone' },
  { as: 'contact_name' },
  { as: 'field', key: 'appointment_date' },
  { as: 'tags' },
  { as: 'zone' },
  { as: 'region' },
  { as: 'language' },
  { as: 'priority' },
  { as: 'consent', kind: 'express' },
  { as: 'consent', kind: 'express_written' },
  { as: 'consent', kind: 'existing_relation' },
  { as: 'leave_out' },
]

test.each(every)('a column that becomes $as is read back as it was chosen, and has a name', use => {
  expect(readUse(codeOf(use))).toEqual(use)
  expect(nameOfUse(use)).not.toBe('')
})

test('what is no use is none', () => expect(readUse('consent by_telepathy')).toBeUndefined())

describe('contacts §3: “phone_number is needed, contact_name optional”', () => {
  test('without a column of numbers nothing is checked', () => {
    const problems = problemsOf([{ as: 'contact_name' }, { as: 'leave_out' }], false)
    expect(problems.all).toBe('Say which column holds the phone number.')
    expect(canBeChecked(problems)).toBe(false)
  })

  test('numbers alone will do', () =>
    expect(canBeChecked(problemsOf([{ as: 'phone_number' }, { as: 'leave_out' }], false))).toBe(true))

  test('the second column of numbers is told at that column', () =>
    expect([
      ...problemsOf([{ as: 'phone_number' }, { as: 'contact_name' }, { as: 'phone_number' }], false).byColumn,
    ]).toEqual([[2, 'Phone number can be one column only.']]))

  test('further numbers, tags and consents may fill several columns', () =>
    expect(
      canBeChecked(
        problemsOf(
          [
            { as: 'phone_number' },
            { as: 'further_phone' },
            { as: 'further_phone' },
            { as: 'tags' },
            { as: 'tags' },
            { as: 'leave_out' },
            { as: 'leave_out' },
          ],
          false,
        ),
      ),
    ).toBe(true))

  test('two columns cannot fill one field', () =>
    expect(
      problemsOf(
        [{ as: 'phone_number' }, { as: 'field', key: 'city' }, { as: 'field', key: 'city' }],
        false,
      ).byColumn.get(2),
    ).toBe('Two columns would fill {{city}}.'))

  test('a priority is kept with a campaign and nowhere else', () => {
    const uses: readonly ColumnUse[] = [{ as: 'phone_number' }, { as: 'priority' }]
    expect(problemsOf(uses, false).byColumn.has(1)).toBe(true)
    expect(problemsOf(uses, true).byColumn.has(1)).toBe(false)
  })
})

test.each([
  ['Termin am', 'termin_am'],
  ['  E-Mail ', 'e_mail'],
  ['{{Straße / Nr.}}', 'straße_nr'],
  ['名前', '名前'],
  ['---', ''],
])('the heading “%s” is spoken as {{%s}}', (heading, key) => expect(fieldKey(heading)).toBe(key))
