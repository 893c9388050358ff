import { describe, expect, test } from 'vitest'
import { type DayWindow, rangesText, readRanges } from '../../../src-renderer/format/week.ts'
import {
  addWindow,
  moveEdge,
  piecesOf,
  scaleOf,
  shared,
} from '../../../src-renderer/ui/campaign/week/edit-windows.ts'

const day = (typed: string): readonly DayWindow[] => readRanges(typed) ?? []
const text = (windows: readonly DayWindow[]) => rangesText(windows)

describe('moving an edge of a window', () => {
  test.each([
    ['9-12:30', 0, 'to', 13 * 60, '09:00–13:00'],
    ['9-12:30', 0, 'from', 544, '09:00–12:30'],
    ['9-12:30', 0, 'from', 550, '09:15–12:30'],
  ] as const)('%s goes to the nearest quarter of an hour', (typed, index, edge, minute, shown) =>
    expect(text(moveEdge(day(typed), index, edge, minute))).toBe(shown),
  )

  test('it stops at the window beside it', () => {
    expect(text(moveEdge(day('9-12, 13-18'), 0, 'to', 900))).toBe('09:00–13:00, 13:00–18:00')
    expect(text(moveEdge(day('9-12, 13-18'), 1, 'from', 0))).toBe('09:00–12:00, 12:00–18:00')
  })

  test('a window keeps a quarter of an hour', () => {
    expect(text(moveEdge(day('9-12'), 0, 'to', 0))).toBe('09:00–09:15')
    expect(text(moveEdge(day('9-12'), 0, 'from', 1440))).toBe('11:45–12:00')
  })

  test('the last window may run over midnight, to a full day and no further', () => {
    expect(text(moveEdge(day('22-24'), 0, 'to', 1440 + 120))).toBe('22:00–02:00')
    expect(text(moveEdge(day('22-2'), 0, 'to', 1440))).toBe('22:00–24:00')
    expect(text(moveEdge(day('9-18'), 0, 'to', 9_999))).toBe('09:00–09:00')
  })
})

describe('one window more', () => {
  test.each([
    ['', '09:00–18:00'],
    ['9-12:30', '09:00–12:30, 13:30–15:30'],
    ['9-22', '09:00–22:00, 23:00–24:00'],
    ['9-24', '07:00–09:00, 09:00–24:00'],
    ['0-24', '00:00–24:00'],
  ])('%s becomes %s', (before, after) => expect(text(addWindow(day(before)))).toBe(after))
})

test('the tracks show 06 to 22 until a window lies outside', () => {
  expect(scaleOf([day('9-18'), day('6-22')])).toEqual({ from: 360, to: 1320 })
  expect(scaleOf([day('9-18'), day('22-2')])).toEqual({ from: 0, to: 1440 })
})

test('what runs over midnight is drawn on both days', () => {
  expect(piecesOf(day('22-2'), [])).toEqual([{ from: 1320, to: 1440 }])
  expect(piecesOf(day('9-10'), day('22-2'))).toEqual([
    { from: 0, to: 120 },
    { from: 540, to: 600 },
  ])
})

test('what the law takes of a window is only what both share', () =>
  expect(shared(day('9-12:30, 13:30-18'), day('0-10, 13-14'))).toEqual([
    { from: 540, to: 600 },
    { from: 810, to: 840 },
  ]))
