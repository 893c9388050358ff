import { expect, test } from 'vitest'
import type { ContactList, Segment } from '../../../../src-main/contract/contact-groups.ts'
import { type Group, queryOf, standsAlone } from '../../../../src-renderer/ui/contacts/add/groups.ts'

const list = (id: number): Group => ({
  of: 'list',
  list: { id, name: `List ${id}`, contacts: 1 } as ContactList,
})
const segment = (id: number, filter: Segment['filter']): Group => ({
  of: 'segment',
  segment: { id, name: `Segment ${id}`, filter } as Segment,
})
const called: Segment['filter'] = { match: 'all', of: [{ field: 'calls', op: 'at_least', value: 1 }] }

test('contacts.md §2 “contacts, lists and segments together”: one is asked for as itself', () => {
  expect(queryOf([list(3)])).toEqual({ scope: { of: 'list', list: 3 }, filter: null })
  expect(queryOf([segment(4, called)])).toEqual({ scope: { of: 'segment', segment: 4 }, filter: null })
  expect(queryOf([])).toBeUndefined()
})

test('contacts.md §2 “contacts, lists and segments together”: several bring whoever is in any of them', () => {
  expect(queryOf([list(3), segment(4, called), list(5)])).toEqual({
    scope: { of: 'all' },
    filter: { match: 'any', of: [{ field: 'list', op: 'one_of', value: [3, 5] }, called] },
  })
})

test('everybody, and a segment as deep as a filter may be, stand alone', () => {
  const deep: Segment['filter'] = { match: 'all', of: [{ match: 'any', of: [called] }] }
  expect([list(1), segment(2, called), { of: 'all' } as const, segment(3, deep)].map(standsAlone)).toEqual([
    false,
    false,
    true,
    true,
  ])
})
