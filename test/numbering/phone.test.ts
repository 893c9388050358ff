import fc from 'fast-check'
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, test } from 'vitest'
import { neverDialled } from '../../src-main/numbering/never-dialled.ts'
import { countryOf, isCountry, readPhone } from '../../src-main/numbering/phone.ts'

describe('numbers that are never dialled', () => {
  test.each([
    ['+19002342345', 'a premium-rate number'],
    ['+449098790000', 'a premium-rate number'],
    ['+491801123456', 'a shared-cost number'],
    ['+443001234567', 'a company-wide access number'],
    ['+447640123456', 'a pager'],
    ['+447012345678', 'a personal number that is forwarded at cost'],
    ['+15002345678', 'a personal number that is forwarded at cost'],
    ['+870773111632', 'a satellite telephone'],
    ['+881612345678', 'a satellite telephone'],
    ['+882161234567', 'a line of an international network, often a satellite telephone'],
    ['+979123456789', 'an international premium-rate number'],
    ['+80012345678', 'an international freephone number'],
    ['+49110', 'a short number, as emergency services have'],
    ['+1911', 'a short number, as emergency services have'],
    ['+33112', 'a short number, as emergency services have'],
    ['+49 30 112', 'an emergency or service number behind an area code'],
    ['+498221116117', 'an emergency or service number behind an area code'],
    ['+43 316 144', 'an emergency or service number behind an area code'],
    ['+39 011 118', 'an emergency or service number behind an area code'],
    ['+82 31 119', 'an emergency or service number behind an area code'],
  ])('%s: %s', (number, reason) => {
    expect(neverDialled(number.replaceAll(' ', ''))).toBe(reason)
    expect(readPhone(number, 'US')).toEqual({ reason: `“${number}” is ${reason}, which is never called` })
  })

  test.each([
    '+4930231254120',
    '+4915123456789',
    '+12122342345',
    '+442079460123',
    '+376712345',
    '+18002342345',
    '+4930231112',
    '+49830920',
    '+4315881144',
    '+390611812345',
    '+8223123119',
  ])('%s may be', number => expect(neverDialled(number)).toBeNull())
})

describe('reading a number', () => {
  test('as people write it, with the country of those without one', () =>
    expect(readPhone(' 030 23125-412 ', 'de')).toEqual({
      number: '+493023125412',
      country: 'DE',
    }))

  test.each([
    ['', 'no number'],
    ['hello', '“hello” is not a telephone number'],
    ['+49 30 1', '“+49 30 1” is a short number, as emergency services have, which is never called'],
    ['+1 212 234 23456', '“+1 212 234 23456” is no number that exists in US'],
  ])('%j: %s', (text, reason) => expect(readPhone(text, 'US')).toEqual({ reason }))

  test.each(['+493023125412', '+12122342345', '+5491123456789'])('%s as it is', number =>
    expect(readPhone(number, 'US')).toEqual({ number, country: countryOf(number) }),
  )

  test('with the code of its country and the zero of its area, which belongs to no international number', () =>
    expect(readPhone('+49 030 23125412', 'DE')).toEqual({ number: '+493023125412', country: 'DE' }))

  test('a number of any country, in any of its usual forms, reads as the library reads it', () => {
    let read = 0
    const forms = ['national', 'international', 'bare', 'zero'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...getCountries()),
        fc.constantFrom(...forms),
        fc.nat({ max: 14 }),
        fc.nat({ max: 999 }),
        (country, form, at, digits) => {
          const example = getExampleNumber(country, examples)
          if (example === undefined) throw new Error(country)
          const written = {
            national: example.formatNational(),
            international: example.formatInternational(),
            bare: example.nationalNumber,
            zero: `0${example.nationalNumber}`,
          }[form]
          const text = written.slice(0, at) + written.slice(at).replace(/\d{1,3}$/, String(digits))
          const found = readPhone(text, country)
          if ('reason' in found) return
          read++
          const expected = parsePhoneNumberFromString(text, country)
          expect(found).toEqual({ number: expected?.number, country: expected?.country ?? null })
          expect(expected?.isValid()).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
    expect(read).toBeGreaterThan(1_000)
  })

  test('in the signs of another keyboard, and with marks that nobody sees', () => {
    for (const text of [
      '＋４９３０２３１２５４１２',
      '\u202a+49\u00a030\u00a023125412\u202c',
      '+٤٩٣٠٢٣١٢٥٤١٢',
    ])
      expect(readPhone(text, 'US')).toEqual({ number: '+493023125412', country: 'DE' })
  })

  test('directory enquiries are no number of a small place that has six digits', () =>
    expect(readPhone('118 118', 'JE')).toHaveProperty('reason'))

  test('countries', () => {
    expect([isCountry('de'), isCountry('XX')]).toEqual([true, false])
    expect(['+4930231254', '+12423456789', '+8812342345'].map(countryOf)).toEqual(['DE', 'BS', null])
  })
})
