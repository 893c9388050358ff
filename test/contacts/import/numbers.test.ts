import fc from 'fast-check'
import mobileExamples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { phoneCell } from '../../../src-main/contacts/import/cells/phone-cell.ts'
import { rowReader } from '../../../src-main/contacts/import/row/row-reader.ts'
import { neverDialled, neverDialledLines } from '../../../src-main/numbering/never-dialled.ts'
import { countryOf } from '../../../src-main/numbering/phone.ts'
import { phoneTypeOf } from '../../../src-main/numbering/phone-type.ts'
import { plannedLines } from '../../make/planned-lines.ts'
import { aPlan, uses } from './import-desk.ts'

const mobiles = Object.entries(mobileExamples as Record<string, string>)
const countries = new Set<string>(getCountries())

describe('contacts.md §1: country flag and number type come from the number', () => {
  test(`all ${mobiles.length} mobile examples of the metadata are read with their country and kind`, () => {
    const wrong = mobiles.flatMap(([country, national]) => {
      if (!countries.has(country)) return []
      const international = phoneCell(`+${getCountryCallingCode(country as 'DE')}${national}`, 'DE')
      const own = phoneCell(national, country)
      if (!('number' in international) || !('number' in own)) return [`${country}: ${national} is refused`]
      const type = phoneTypeOf(international.number)
      return [
        international.number === own.number ? [] : [`${country}: ${own.number} by itself`],
        // Territories that share the plan of their country are told apart no better by the library itself.
        countryOf(international.number) === parsePhoneNumberFromString(international.number)?.country
          ? []
          : [`${country}: is ${countryOf(international.number)}`],
        type === 'mobile' || type === 'fixed_or_mobile' ? [] : [`${country}: is ${type}`],
      ].flat()
    })
    expect(wrong).toEqual([])
  })

  test('a number typed from a spreadsheet is never guessed from what is left of it', () => {
    expect(phoneCell('4.93E+11', 'DE')).toMatchObject({ kind: 'Digits lost' })
    expect(phoneCell('4,93023E+12', 'DE')).toMatchObject({ kind: 'Digits lost' })
    expect(phoneCell("'+493023125618", 'US')).toEqual({ number: '+493023125618' })
  })
})

/** Digits that the plan of some country gives to lines which are never called. */
const barredNumbers = plannedLines
  .filter(({ line }) => line in neverDialledLines)
  .map(({ callingCode, national }) => national.map(digits => `+${callingCode}${digits}`))

describe('quality.md §4: premium, satellite, short and emergency numbers never', () => {
  const read = rowReader(aPlan({ columns: uses('phone_number', 'further_phone') }), ['phone', 'second'], 0)
  const numbersOf = (phone: string, second: string) => {
    const found = read({ line: 2, cells: [phone, second] })
    return 'rejected' in found ? [] : [found.row.phone, ...found.row.further].filter(each => each !== null)
  }

  test('whatever the plans give to such lines is in no contact, as first or further number', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...barredNumbers).chain(numbers => numbers),
        number => {
          for (const stored of [...numbersOf(number, ''), ...numbersOf('030 23125 618', number)])
            expect(neverDialled(stored)).toBeNull()
        },
      ),
      { numRuns: 1_000 },
    ))

  test.each([
    '110',
    '112',
    '911',
    '999',
    '000',
    '116 117',
    '+49 110',
    '+870 773 111 632',
    '+979 1 2345 6789',
  ])('%s', number => {
    expect(numbersOf(number, '')).toEqual([])
    expect(numbersOf('030 23125 618', number)).toEqual(['+493023125618'])
  })

  test('any text at all is refused or a number that may be dialled', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[+0-9 ()./-]{0,18}$/),
        fc.constantFrom(...getCountries()),
        (text, country) => {
          const found = phoneCell(text, country)
          if ('number' in found) expect(neverDialled(found.number)).toBeNull()
          else expect(found.reason).not.toBe('')
        },
      ),
      { numRuns: 2_000 },
    ))
})
