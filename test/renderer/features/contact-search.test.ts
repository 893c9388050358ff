import { expect, test } from 'vitest'
import { contactQuery, contactSort } from '../../../src-main/contract/contact-query.ts'
import {
  inScope,
  isNarrowed,
  parseContactSearch,
  queryOf,
  sortOf,
  sorts,
} from '../../../src-renderer/features/contacts/search.ts'

const filter = { match: 'all', of: [{ field: 'optedOut', op: 'no' }] } as const

test('design §2: list, search, filter and order are read from the address as they were written', () => {
  const search = { list: 3, search: '#vip', filter, sort: 'calls', down: true }
  expect(parseContactSearch(search)).toEqual(search)
  expect(parseContactSearch({ segment: '4' })).toEqual({ segment: 4 })
})

test('what nobody could have written there is left out', () => {
  expect(
    parseContactSearch({
      list: -1,
      segment: 'x',
      search: '',
      filter: { match: 'none' },
      sort: 'size',
      down: 'yes',
    }),
  ).toEqual({})
  expect(parseContactSearch({ list: 1, segment: 2 })).toEqual({ list: 1 })
})

test('a number that was searched for comes back as text', () => {
  expect(parseContactSearch({ search: 4930 })).toEqual({ search: '4930' })
})

test('every address makes a query and an order that the engine reads', () => {
  for (const address of [{}, { list: 1 }, { segment: 2, search: 'an' }, { filter }])
    expect(contactQuery.safeParse(queryOf(parseContactSearch(address))).success).toBe(true)
  for (const sort of sorts) expect(contactSort.safeParse(sortOf({ sort })).success).toBe(true)
})

test('another list keeps the order, but neither search nor filter', () => {
  expect(inScope({ list: 1, search: 'an', filter, sort: 'added', down: true }, { segment: 2 })).toEqual({
    segment: 2,
    sort: 'added',
    down: true,
  })
  expect(isNarrowed({ list: 1, sort: 'added' })).toBe(false)
})
