import { expect, test } from 'vitest'
import { pagesOf } from '../../../../src-renderer/ui/grid/page-range.ts'

test('a list that is not counted yet is asked for its first page', () => {
  expect(pagesOf(0, 30, 0, 100)).toEqual([0])
})

test('in the middle of a page no other one is asked for', () => {
  expect(pagesOf(530, 560, 1_000_000, 100)).toEqual([5])
})

test('the page that comes next is asked for before it is in view', () => {
  expect(pagesOf(560, 590, 1_000_000, 100)).toEqual([5, 6])
  expect(pagesOf(505, 535, 1_000_000, 100)).toEqual([4, 5])
})

test('nothing is asked for beyond the end', () => {
  expect(pagesOf(960, 990, 991, 100)).toEqual([9])
})
