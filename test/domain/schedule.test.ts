import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  isOpen,
  isZone,
  nextFlip,
  nextOpening,
  officeHours,
  type Schedule,
  wallClock,
  weekdays,
} from '../../src-main/domain/schedule.ts'

type Hours = Pick<Schedule, 'zone' | 'windows'>
const berlin = (windows: Schedule['windows']): Hours => ({ zone: 'Europe/Berlin', windows })
const at = (text: string, zone = 'Europe/Berlin') => DateTime.fromISO(text, { zone }).toMillis()
const office = berlin(officeHours)

test('open from the first minute, closed at the last', () => {
  expect(isOpen(office, at('2026-11-23T08:59:59.999'))).toBe(false)
  expect(isOpen(office, at('2026-11-23T09:00'))).toBe(true)
  expect(isOpen(office, at('2026-11-23T17:59:59.999'))).toBe(true)
  expect(isOpen(office, at('2026-11-23T18:00'))).toBe(false)
})

test('on Friday evening the next opening is Monday morning', () => {
  expect(nextOpening(office, at('2026-11-20T18:00'))).toBe(at('2026-11-23T09:00'))
  expect(wallClock(at('2026-11-23T09:00'), 'Europe/Berlin')).toBe('Mon 09:00 Europe/Berlin')
})

test('several windows a day, with the lunch break between them', () => {
  const hours = berlin({
    mon: [
      { from: 9 * 60, to: 12 * 60 },
      { from: 13 * 60 + 30, to: 18 * 60 },
    ],
  })
  expect(nextFlip(hours, at('2026-11-23T10:00'))).toBe(at('2026-11-23T12:00'))
  expect(nextOpening(hours, at('2026-11-23T12:00'))).toBe(at('2026-11-23T13:30'))
})

test('a window over midnight is open on both sides of it', () => {
  const hours = berlin({ fri: [{ from: 22 * 60, to: 2 * 60 }] })
  expect(isOpen(hours, at('2026-11-20T23:59'))).toBe(true)
  expect(isOpen(hours, at('2026-11-21T01:59'))).toBe(true)
  expect(isOpen(hours, at('2026-11-21T02:00'))).toBe(false)
  expect(isOpen(hours, at('2026-11-20T01:00'))).toBe(false)
  expect(nextFlip(hours, at('2026-11-20T23:00'))).toBe(at('2026-11-21T02:00'))
})

test('a whole week of whole days is always open and never changes', () => {
  const hours = berlin(Object.fromEntries(weekdays.map(day => [day, [{ from: 0, to: 1440 }]])))
  expect(isOpen(hours, at('2026-11-22T00:00'))).toBe(true)
  expect(nextFlip(hours, at('2026-11-22T00:00'))).toBe(null)
})

test('a schedule without windows never opens', () => {
  expect(nextOpening(berlin({}), at('2026-11-23T09:00'))).toBe(null)
})

describe('the day the clock goes forward (2026-03-29, 02:00 → 03:00)', () => {
  test('a window within the lost hour never opens that day', () => {
    const hours = berlin({ sun: [{ from: 2 * 60, to: 2 * 60 + 45 }] })
    expect(nextOpening(hours, at('2026-03-29T00:00'))).toBe(at('2026-04-05T02:00'))
  })
  test('a window that begins in the lost hour opens when the clock has jumped', () => {
    const hours = berlin({ sun: [{ from: 2 * 60 + 30, to: 4 * 60 }] })
    expect(nextOpening(hours, at('2026-03-29T00:00'))).toBe(Date.UTC(2026, 2, 29, 1))
  })
})

describe('the day the clock goes back (2026-10-25, 03:00 → 02:00)', () => {
  test('a window within the repeated hour opens twice', () => {
    const hours = berlin({ sun: [{ from: 2 * 60 + 15, to: 2 * 60 + 45 }] })
    const first = Date.UTC(2026, 9, 25, 0, 15)
    expect(nextOpening(hours, at('2026-10-25T00:00'))).toBe(first)
    expect(nextOpening(hours, first + 31 * 60_000)).toBe(Date.UTC(2026, 9, 25, 1, 15))
  })
})

test('only names of the zone database are zones', () => {
  expect(isZone('Europe/Berlin')).toBe(true)
  expect(isZone('Berlin')).toBe(false)
})

const window = fc.record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 1, max: 1440 }) })
const zones = ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
const anyHours = fc.record({
  zone: fc.constantFrom(...zones),
  windows: fc.dictionary(fc.constantFrom(...weekdays), fc.array(window, { maxLength: 2 })),
})
const anyMinute = fc
  .integer({ min: at('2026-01-01T00:00', 'UTC') / 60_000, max: at('2027-01-01T00:00', 'UTC') / 60_000 })
  .map(minute => minute * 60_000)

test('the next change is the first minute whose light differs, in every zone and on every day', () =>
  fc.assert(
    fc.property(anyHours, anyMinute, (hours, from) => {
      const flip = nextFlip(hours, from)
      const end = Math.min(flip ?? Number.POSITIVE_INFINITY, from + 3 * 24 * 3_600_000)
      for (let minute = from; minute < end; minute += 15 * 60_000)
        expect(isOpen(hours, minute)).toBe(isOpen(hours, from))
      if (flip === null) return
      expect(isOpen(hours, flip - 1)).toBe(isOpen(hours, from))
      expect(isOpen(hours, flip)).toBe(!isOpen(hours, from))
    }),
    { numRuns: 150 },
  ))
