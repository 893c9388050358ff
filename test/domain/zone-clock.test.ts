import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, dayEnd, evenTime, localDay, localTime } from '../../src-main/domain/zone-clock.ts'
import { wallOf } from '../make/slow-hours.ts'

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Boa_Vista',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Pyongyang',
  'Asia/Kathmandu',
  'Europe/Volgograd',
]
const anyMinute = fc
  .integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2036, 0) / 60_000 })
  .map(minute => minute * 60_000)

test('the wall clock of every zone is the one that Intl shows, also in zones that change their rules', () =>
  fc.assert(
    fc.property(fc.constantFrom(...zones), anyMinute, (zone, at) => {
      const { date, minute } = wallOf(zone, at)
      expect(dateOf(localDay(zone, at))).toBe(date)
      expect(Math.floor(localTime(zone, at) / 60_000) % 1440).toBe(minute)
    }),
    { numRuns: 3_000 },
  ))

test('an even time ends in the minute in which the clock is put forward or back', () => {
  const spring = Date.UTC(2026, 2, 29, 1)
  expect(evenTime('Europe/Berlin', spring - 1)).toEqual({ until: spring, offsetMs: 3_600_000 })
  expect(evenTime('Europe/Berlin', spring).offsetMs).toBe(2 * 3_600_000)
})

test('a day ends after 23, 24 or 25 hours, or when the clock skips its midnight', () => {
  const hours = (zone: string, start: number) => (dayEnd(zone, start) - start) / 3_600_000
  expect(hours('Europe/Berlin', Date.UTC(2026, 2, 28, 23))).toBe(23)
  expect(hours('Europe/Berlin', Date.UTC(2026, 9, 24, 22))).toBe(25)
  expect(hours('Asia/Kathmandu', Date.UTC(2026, 9, 24, 18, 15))).toBe(24)
  // Saturday's 24:00 is put back to 23:00, and in spring Sunday's 00:00 forward to 01:00.
  expect(hours('America/Santiago', Date.UTC(2026, 3, 4, 3))).toBe(25)
  expect(hours('America/Santiago', Date.UTC(2026, 8, 5, 4))).toBe(24)
  expect(hours('America/Santiago', Date.UTC(2026, 8, 6, 4))).toBe(23)
})

test('where a whole date is left out the day ends as usual, and the next date is the one after', () => {
  const last = Date.UTC(2011, 11, 30, 9)
  expect(dateOf(localDay('Pacific/Apia', last))).toBe('2011-12-29')
  expect(dateOf(localDay('Pacific/Apia', dayEnd('Pacific/Apia', last)))).toBe('2011-12-31')
})

test('a name that is no zone is refused, not read as closed for ever', () =>
  expect(() => evenTime('Berlin', 0)).toThrow('Berlin is no time zone'))
