import fc from 'fast-check'
import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { neverDialled } from '../../src-main/numbering/never-dialled.ts'
import { readPhone } from '../../src-main/numbering/phone.ts'
import { phoneTypeOf } from '../../src-main/numbering/phone-type.ts'
import { plannedLines } from '../make/planned-lines.ts'

const SEED = 20_261_122
const EACH = 12

/** What the library, which is not asked by the code, says of numbers made from its patterns. */
const examples = plannedLines.flatMap(({ country, callingCode, line, national }) =>
  [...new Set(fc.sample(national, { seed: SEED, numRuns: EACH }))].flatMap(digits => {
    const number = parsePhoneNumberFromString(`+${callingCode}${digits}`)
    return number?.isValid() && number.getType() ? [{ country, line, number }] : []
  }),
)
const types: Readonly<Record<string, string>> = {
  FIXED_LINE: 'fixed',
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'fixed_or_mobile',
  PREMIUM_RATE: 'premium',
  TOLL_FREE: 'toll_free',
  SHARED_COST: 'shared_cost',
  VOIP: 'voip',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'company',
  VOICEMAIL: 'voicemail',
}
const dialled = ['fixed', 'mobile', 'fixed_or_mobile', 'toll_free', 'voip']
const typeOf = (number: PhoneNumber) => types[number.getType() ?? '']
const isMeant = (line: string, number: PhoneNumber) =>
  number.getType() === line || (number.getType() === 'FIXED_LINE_OR_MOBILE' && /^(FIXED|MOBILE)/.test(line))

describe('contacts.md §1: country flag and number type come from the number', () => {
  test(`examples of all ${plannedLines.length} kinds of lines of all countries have country and type`, () => {
    const wrong = examples.flatMap(({ number, country, line }) => {
      const found = { type: phoneTypeOf(number.number), country: number.country ?? null }
      const read = readPhone(number.number, 'DE')
      const expected = { type: typeOf(number), country: number.country ?? null }
      const isRead = dialled.includes(found.type ?? '') && neverDialled(number.number) === null
      const isRight =
        found.type === expected.type &&
        (isRead
          ? 'number' in read && read.number === number.number && read.country === expected.country
          : 'reason' in read)
      return isRight ? [] : [{ country, line, number: number.number, expected, found, read }]
    })
    expect(wrong).toEqual([])
  })

  test('there are such examples of every kind in every country, but where one plan hides another', () => {
    const met = new Set(
      examples
        .filter(each => isMeant(each.line, each.number))
        .map(({ country, line }) => `${country} ${line}`),
    )
    const missing = plannedLines.filter(({ country, line }) => !met.has(`${country} ${line}`))
    expect(missing.map(({ country, line }) => `${country} ${line}`)).toEqual([])
    expect(examples.length).toBeGreaterThan(plannedLines.length * 5)
  })

  test('within their country they read the same, with its trunk prefix and as the country groups them', () => {
    const wrong = examples.flatMap(({ number }) => {
      if (number.country === undefined || neverDialled(number.number) !== null) return []
      const written = number.formatNational()
      const read = readPhone(written, number.country)
      const expected = parsePhoneNumberFromString(written, number.country)
      const isSame = 'number' in read && read.number === number.number
      // What the library itself reads as another number, or as none, may be refused but not be guessed.
      return isSame || expected?.number !== number.number ? [] : [{ written, country: number.country, read }]
    })
    expect(wrong).toEqual([])
  })
})
