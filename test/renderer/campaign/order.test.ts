import { expect, test } from 'vitest'
import type { NumberValue } from '../../../src-renderer/ui/campaign/form/values.ts'
import { moved, offered, turned } from '../../../src-renderer/ui/campaign/numbers/order.ts'

const id = (value: number) => value as NumberValue['id']
const own = (...ids: number[]): NumberValue[] => ids.map(one => ({ id: id(one), weight: 1, enabled: true }))
const ids = (numbers: readonly { id: number }[]) => numbers.map(number => number.id)

test('the campaign’s numbers come first and in their order, the others as the workspace has them', () =>
  expect(ids(offered([{ id: id(1) }, { id: id(2) }, { id: id(3) }, { id: id(4) }], own(4, 2)))).toEqual([
    4, 2, 1, 3,
  ]))

test('a number that is switched on joins at the end', () =>
  expect(turned(own(4), id(2), true, true)).toEqual(own(4, 2)))

test('off takes a number out where the list may change', () =>
  expect(ids(turned(own(4, 2), id(4), false, true))).toEqual([2]))

test('of a running campaign a number is only switched, and keeps its place', () => {
  const off = turned(own(4, 2), id(4), false, false)
  expect(off).toMatchObject([
    { id: 4, enabled: false },
    { id: 2, enabled: true },
  ])
  expect(turned(off, id(4), true, false)).toEqual(own(4, 2))
})

test('a number moves up and down by one', () => {
  expect(ids(moved(own(1, 2, 3), 2, 1))).toEqual([1, 3, 2])
  expect(ids(moved(own(1, 2, 3), 0, 1))).toEqual([2, 1, 3])
})
