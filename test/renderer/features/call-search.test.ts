import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  askedOf,
  type CallSearch,
  goals,
  parseCallSearch,
} from '../../../src-renderer/features/calls/search.ts'

const id = fc.integer({ min: 1, max: 1e9 })
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 })
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map(at => at.toISOString().slice(0, 10))
const someSearch: fc.Arbitrary<CallSearch> = fc
  .record(
    {
      search: fc.string({ minLength: 1, maxLength: 20 }),
      said: fc.string({ minLength: 1, maxLength: 20 }),
      result: fc.uniqueArray(fc.constantFrom('answered' as const, 'busy' as const, 'fax' as const), {
        minLength: 1,
      }),
      from: day,
      to: day,
      campaign: ids,
      agent: ids,
      number: ids,
      trunk: ids,
      goal: fc.uniqueArray(fc.constantFrom(...goals), { minLength: 1 }),
      min: fc.nat(86_400),
      max: fc.nat(86_400),
      out: fc.constant(true as const),
      recorded: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  .chain(search =>
    fc
      .option(
        fc.record({
          weekday: fc.integer({ min: 1, max: 7 }),
          hour: fc.integer({ min: 0, max: 23 }),
          zone: fc.constantFrom('contact', 'Europe/Berlin'),
        }),
        { nil: {} },
      )
      .map(hour => ({ ...search, ...hour })),
  )

test('design.md: every filter of the calls is in the address, and comes back from it as it was', () =>
  fc.assert(
    fc.property(someSearch, search => {
      expect(parseCallSearch(JSON.parse(JSON.stringify(search)))).toEqual(search)
    }),
  ))

test('an address that was written by hand shows what of it makes sense', () =>
  expect(
    parseCallSearch({
      result: 'answered',
      campaign: 3,
      from: 'yesterday',
      weekday: 9,
      hour: 3,
      min: -1,
      goal: ['all'],
      search: 4930,
      out: 'yes',
      zone: 'Mars',
    }),
  ).toEqual({ result: ['answered'], campaign: [3], search: '4930' }))

test('a period holds its last day to the end, also where the clock changes', () => {
  const { from, to } = askedOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin')
  expect([from, to]).toEqual([Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 2, 29, 22)])
})

test('the tab of a campaign shows its calls only, whatever the address says', () =>
  expect(askedOf({ campaign: [7] }, 'Europe/Berlin', 3)).toEqual({ campaigns: [3] }))
