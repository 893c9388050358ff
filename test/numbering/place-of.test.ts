import fc from 'fast-check'
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, test } from 'vitest'
import { isZone } from '../../src-main/domain/schedule.ts'
import { placeOf } from '../../src-main/numbering/place-of.ts'

const place = (number: string) => placeOf(number)

describe('where a number may be', () => {
  test('the example number of every country is in that country, in at least one zone that exists', () => {
    expect(getCountries().length).toBeGreaterThan(240)
    for (const country of getCountries()) {
      const number = getExampleNumber(country, examples)?.number ?? ''
      const found = place(number)
      // Some islands share their mobiles with the country that their calling code is named after.
      const expected = parsePhoneNumberFromString(number)?.country
      expect({ number, country: found.country }).toEqual({ number, country: expected })
      expect(found.zones.length).toBeGreaterThan(0)
      expect(found.zones.filter(zone => !isZone(zone))).toEqual([])
      expect(found.zones).toEqual([...found.zones].sort())
    }
  })

  test('any number at all has a place, and the same one each time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9][0-9]{3,14}$/), number => {
        const found = place(number)
        expect(found.zones.length).toBeGreaterThan(0)
        expect(place(number)).toEqual(found)
      }),
    )
  })

  test('a number of New York', () =>
    expect(place('+12122342345')).toEqual({
      country: 'US',
      region: 'NY',
      zones: ['America/New_York'],
      line: 'unknown',
    }))

  test.each(['+18502342345', '+14482342345'])(
    '%s: west Florida lies in two zones, and counts as in both',
    number =>
      expect(place(number)).toMatchObject({ region: 'FL', zones: ['America/Chicago', 'America/New_York'] }),
  )

  test('Orlando’s second area code is Eastern like its first', () =>
    expect(place('+16892342345').zones).toEqual(place('+14072342345').zones))

  test('a US number without an area may be in any state', () => {
    const { region, zones } = place('+18002342345')
    expect(region).toBeNull()
    expect(zones).toEqual(
      expect.arrayContaining(['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu']),
    )
  })

  test('Canadian provinces; those that share an area code stay unknown', () => {
    expect(place('+14162342345')).toMatchObject({ country: 'CA', region: 'ON', zones: ['America/Toronto'] })
    expect(place('+19022342345')).toMatchObject({ country: 'CA', region: null, zones: ['America/Halifax'] })
  })

  test('an island of the Caribbean is no part of the US', () =>
    expect(place('+12423456789')).toMatchObject({ country: 'BS', zones: ['America/Nassau'] }))

  test('Russian and Australian mobiles may be in every zone of their country', () => {
    expect(place('+79161234567').zones).toEqual(
      expect.arrayContaining(['Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Anadyr']),
    )
    expect(place('+61412345678').zones).toEqual(
      expect.arrayContaining(['Australia/Perth', 'Australia/Darwin', 'Australia/Sydney']),
    )
  })

  test.each([
    ['Moscow', '+74951234567', ['Europe/Moscow']],
    ['Kaliningrad', '+74012123456', ['Europe/Kaliningrad']],
    ['Darwin, not told from Adelaide', '+61889123456', ['Australia/Adelaide', 'Australia/Darwin']],
    ['Perth', '+61892123456', ['Australia/Perth']],
    ['Brisbane, or just over the border', '+61732123456', ['Australia/Brisbane', 'Australia/Sydney']],
    ['Recife', '+558132345678', ['America/Noronha', 'America/Sao_Paulo']],
    ['the Canaries', '+34928123456', ['Atlantic/Canary']],
    ['London, without the islands', '+442079460123', ['Europe/London']],
  ])('a fixed line in %s', (_name, number, zones) => {
    expect(place(number)).toMatchObject({ line: 'fixed', zones })
  })

  test('what belongs to no country', () =>
    expect(place('+8812342345')).toEqual({
      country: null,
      region: null,
      zones: ['Etc/UTC'],
      line: 'unknown',
    }))
})

describe('what the contact says besides', () => {
  test('its zone replaces those of the number where it is one of them', () =>
    expect(placeOf('+18502342345', { zone: 'America/Chicago' })).toMatchObject({
      region: 'FL',
      zones: ['America/Chicago'],
    }))

  test('a zone of the same clock is as good: Detroit for New York', () =>
    expect(placeOf('+12122342345', { zone: 'America/Detroit' })).toMatchObject({
      region: 'NY',
      zones: ['America/Detroit'],
    }))

  test('a zone elsewhere in the country: moved away, so the state is unknown', () =>
    expect(placeOf('+12122342345', { zone: 'America/Los_Angeles' })).toMatchObject({
      region: null,
      zones: ['America/Los_Angeles'],
    }))

  test('a zone in another country: both stay', () =>
    expect(placeOf('+12122342345', { zone: 'Europe/Berlin' })).toMatchObject({
      country: 'US',
      region: 'NY',
      zones: ['America/New_York', 'Europe/Berlin'],
    }))

  test('a region where the number tells none, with the zones of that region', () =>
    expect(placeOf('+18002342345', { region: 'tx' })).toMatchObject({
      region: 'TX',
      zones: ['America/Chicago', 'America/Denver'],
    }))

  test('a region that contradicts the number: unknown, in the zones of both', () =>
    expect(placeOf('+12122342345', { region: 'CA' })).toMatchObject({
      region: null,
      zones: ['America/Los_Angeles', 'America/New_York'],
    }))

  test('region and zone of the same new home', () =>
    expect(placeOf('+18002342345', { region: 'CA', zone: 'America/Los_Angeles' })).toMatchObject({
      region: 'CA',
      zones: ['America/Los_Angeles'],
    }))

  test('a region of a country whose numbers tell none is kept: Bavaria', () =>
    expect(placeOf('+498912345678', { region: 'BY' })).toMatchObject({
      region: 'BY',
      zones: ['Europe/Berlin'],
    }))

  test('a zone that does not exist is passed over', () =>
    expect(placeOf('+12122342345', { zone: 'Mars/Olympus' }).zones).toEqual(['America/New_York']))
})
