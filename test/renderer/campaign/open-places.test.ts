import { expect, test } from 'vitest'
import type { CalledPlace } from '../../../src-main/contract/compliance.ts'
import { openPlaces } from '../../../src-renderer/features/new-campaign/effect/open-places.ts'

const noon = Date.parse('2026-11-19T11:00:00Z')

const aPlace = (change: Partial<CalledPlace>): CalledPlace => ({
  country: 'DE',
  region: null,
  zones: ['Europe/Berlin'],
  contacts: 1,
  open: true,
  changesAt: noon + 3_600_000,
  closedBy: '',
  rules: [],
  ...change,
})

test('places with the same clock and the same light share a line', () => {
  const [line, ...others] = openPlaces(
    [
      aPlace({ contacts: 1_600 }),
      aPlace({ country: 'AT', zones: ['Europe/Vienna'], contacts: 84 }),
      aPlace({ region: 'BY', contacts: 6 }),
    ],
    noon,
  )
  expect(others).toEqual([])
  expect(line).toMatchObject({ name: 'Berlin, Vienna', time: '12:00', contacts: 1_690, open: true })
})

test('the same clock with another light is another line', () =>
  expect(
    openPlaces([aPlace({}), aPlace({ country: 'FR', zones: ['Europe/Paris'], open: false })], noon),
  ).toHaveLength(2))

test('most contacts stand first', () =>
  expect(
    openPlaces(
      [
        aPlace({ contacts: 3 }),
        aPlace({ country: 'US', zones: ['America/New_York'], contacts: 40, open: false }),
      ],
      noon,
    ).map(({ name }) => name),
  ).toEqual(['New York', 'Berlin']))

test('a number that may be in several zones is named by its country', () =>
  expect(
    openPlaces([aPlace({ country: 'US', zones: ['America/Chicago', 'America/New_York'] })], noon)[0]?.name,
  ).toBe('United States'))
