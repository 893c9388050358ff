import { expect, test } from 'vitest'
import { instantOf, wallTime } from '../../../src-renderer/format/wall-time.ts'

test.each([
  ['2026-11-19T16:30', 'Europe/Berlin', '2026-11-19T15:30:00Z'],
  ['2026-11-19T16:30', 'America/New_York', '2026-11-19T21:30:00Z'],
  ['2026-11-19T00:00', 'Pacific/Auckland', '2026-11-18T11:00:00Z'],
])('%s on a wall in %s', (local, zone, utc) => {
  expect(instantOf(local, zone)).toBe(Date.parse(utc))
  expect(wallTime(Date.parse(utc), zone)).toBe(local)
})

test('an hour that comes twice means its first time', () =>
  expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30:00Z')))

test('an hour that the spring leaves out is read on the clock of the evening before', () =>
  expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z')))

test.each(['', 'tomorrow', '2026-11-19', '2026-13-40T10:00'])('%s is no date and time', typed =>
  expect(instantOf(typed, 'Europe/Berlin')).toBeNull(),
)
