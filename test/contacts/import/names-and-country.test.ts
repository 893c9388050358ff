import { expect, test } from 'vitest'
import { countryOfRows } from '../../../src-main/contacts/import/look/country-of-rows.ts'
import { guessUse } from '../../../src-main/contacts/import/map/guess-use.ts'
import { rowReader } from '../../../src-main/contacts/import/row/row-reader.ts'

const nameOf = (headings: readonly string[], cells: readonly string[]) => {
  const plan = {
    columns: headings.map(guessUse),
    defaultCountry: 'DE',
    withoutNumber: 'reject',
    tags: [],
  } as const
  const read = rowReader(plan, headings, 0)({ line: 2, cells })
  return 'row' in read ? read.row.name : read.rejected.reason
}

test('contacts.md §3 “contact_name”: first and family name in columns of their own become one name, in whatever order they stand', () => {
  expect(nameOf(['Phone', 'First name', 'Last name'], ['030 23125001', 'Anna', 'Bauer'])).toBe('Anna Bauer')
  expect(nameOf(['Nachname', 'Vorname', 'Telefon'], ['Bauer', 'Anna', '030 23125001'])).toBe('Anna Bauer')
})

test('contacts.md §3, default country: another is proposed where most numbers without a country code are its own', () => {
  const german = ['030 23125 001', '089 99998 003', '0221 4710 004']
  expect(countryOfRows(german, 'US')).toBe('DE')
  expect(countryOfRows(german, 'DE')).toBe('DE')
})

test('a country that the file names in its other numbers comes before a likely one', () => {
  const rows = ['+43 1 5853700', '01 5853701', '01 5853702', '01 5853703']
  expect(countryOfRows(rows, 'US')).toBe('AT')
})

test('numbers that all say their country, or fit nowhere, leave the usual country alone', () => {
  expect(countryOfRows(['+49 30 23125001', '0049 89 99998003'], 'US')).toBe('US')
  expect(countryOfRows(['12', '3', 'none'], 'US')).toBe('US')
  expect(countryOfRows([], 'GB')).toBe('GB')
})
