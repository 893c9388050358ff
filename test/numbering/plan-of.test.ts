import fc from 'fast-check'
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { planOf } from '../../src-main/numbering/plan-of.ts'

const byLibrary = (number: string) => {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.number === number && parsed.isValid()
    ? { country: parsed.country ?? null, type: parsed.getType() ?? null, national: parsed.nationalNumber }
    : null
}

const started = getCountries().map(country => getExampleNumber(country, examples)?.number ?? '')

test('example numbers of all countries read as in the library', () => {
  for (const number of started) expect(planOf(number)).toMatchObject(byLibrary(number) ?? {})
})

test('so does every number with other digits at its end, and one that the library calls invalid has no type', () => {
  let compared = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...started),
      fc.integer({ min: 1, max: 8 }),
      fc.nat(99_999_999),
      (example, length, digits) => {
        const number = example.slice(0, -length) + String(digits).padStart(8, '0').slice(-length)
        const expected = byLibrary(number)
        if (expected === null) expect(planOf(number).type).toBeNull()
        if (expected === null || expected.country === null) return
        compared++
        expect(planOf(number)).toMatchObject(expected)
      },
    ),
    { numRuns: 2_000 },
  )
  expect(compared).toBeGreaterThan(500)
})

test('a country that shares its calling code with none is known whatever follows', () =>
  expect(planOf('+49110')).toMatchObject({ country: 'DE', national: '110', type: null }))
