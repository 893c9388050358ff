import { expect, test } from 'vitest'
import { fittingColumns } from '../../../src-renderer/ui/fitting-columns.ts'

const columns = [
  { id: 'name', width: 'minmax(196px, 2fr)' },
  { id: 'numbers', width: '178px', wideOnly: true },
  { id: 'progress', width: '140px' },
  { id: 'cost', width: '80px', wideOnly: true },
]
const left = (roomPx: number) => fittingColumns(columns, roomPx).map(({ id }) => id)

test('a table shows all its columns where each finds its least width', () =>
  expect(left(24 + 196 + 178 + 140 + 80)).toEqual(['name', 'numbers', 'progress', 'cost']))

test('one pixel less leaves out the last column for wide windows, and no other', () =>
  expect(left(24 + 196 + 178 + 140 + 79)).toEqual(['name', 'numbers', 'progress']))

test('what is not for wide windows only stays in every window', () =>
  expect(left(100)).toEqual(['name', 'progress']))
