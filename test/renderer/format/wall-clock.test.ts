import { expect, test } from 'vitest'
import { dayOf, wallClock } from '../../../src-renderer/format/time.ts'

// A year of its own is named, so that the test holds in every year.
test('a wall clock elsewhere is told with its zone', () => {
  expect(wallClock('1999-11-26 09:00 Europe/Berlin')).toMatch(/26.*1999 09:00 Berlin$/)
  expect(wallClock('1999-11-26 09:00 America/New_York')).toMatch(/ 09:00 New York$/)
})

test('what is no wall clock stays as it is', () => expect(wallClock('unknown')).toBe('unknown'))

test('a calendar day stays that day in every zone', () => expect(dayOf('1999-12-31')).toMatch(/31.*1999/))
