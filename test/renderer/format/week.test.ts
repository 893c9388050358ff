import { expect, test } from 'vitest'
import { openHours, overlapOf, rangesText, readRanges } from '../../../src-renderer/format/week.ts'

test.each([
  ['9-18', '09:00–18:00'],
  ['09:00–12:30, 13:30–18:00', '09:00–12:30, 13:30–18:00'],
  ['1330 to 18; 9.30 - 12', '09:30–12:00, 13:30–18:00'],
  ['0-24', '00:00–24:00'],
  ['18-0', '18:00–24:00'],
  ['22-2', '22:00–02:00'],
  ['', ''],
])('what a person types for a day is understood: %s', (typed, shown) => {
  const ranges = readRanges(typed)
  expect(ranges && rangesText(ranges)).toBe(shown)
})

test.each(['9', '24-9', '9-25', '9:70-12', '9-12-14', 'morning'])(
  'what cannot be a window is told, not guessed: %s',
  typed => expect(readRanges(typed)).toBeUndefined(),
)

test('two windows that share a minute are named, windows that touch are not', () => {
  expect(overlapOf(readRanges('13-18, 9-13:30') ?? [])).toEqual([
    { from: 540, to: 810 },
    { from: 780, to: 1080 },
  ])
  expect(overlapOf(readRanges('9-13, 13-18') ?? [])).toBeUndefined()
})

test('a window over midnight overlaps what begins after it on its own day', () =>
  expect(overlapOf(readRanges('20-2, 22-23') ?? [])).toBeDefined())

test('the hours of a week add up over days and breaks', () => {
  const day = readRanges('9-12:30, 13:30-18') ?? []
  expect(openHours({ mon: day, tue: day })).toBe(16)
})

test('hours over midnight count once, from Sunday into Monday too', () => {
  const night = readRanges('22-2') ?? []
  expect(openHours({ sun: night, mon: readRanges('0-3') ?? [] })).toBe(5)
  expect(openHours({ fri: night })).toBe(4)
})
