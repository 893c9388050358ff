import { expect, test } from 'vitest'
import { openHours, rangesText, readRanges } from '../../../src-renderer/format/week.ts'

test.each([
  ['9-18', '09:00–18:00'],
  ['09:00–12:30, 13:30–18:00', '09:00–12:30, 13:30–18:00'],
  ['1330 to 18; 9.30 - 12', '09:30–12:00, 13:30–18:00'],
  ['0-24', '00:00–24:00'],
  ['', ''],
])('what a person types for a day is understood: %s', (typed, shown) => {
  const ranges = readRanges(typed)
  expect(ranges && rangesText(ranges)).toBe(shown)
})

test.each(['9', '18-9', '9-9', '9-25', '9:70-12', '9-12-14', '9-13, 12-18', 'morning'])(
  'what cannot be a window is told, not guessed: %s',
  typed => expect(readRanges(typed)).toBeUndefined(),
)

test('the hours of a week add up over days and breaks', () => {
  const day = readRanges('9-12:30, 13:30-18') ?? []
  expect(openHours({ mon: day, tue: day })).toBe(16)
})
