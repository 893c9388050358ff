import { expect, test } from 'vitest'
import { told } from '../../../src-renderer/text/en/told.ts'

test('design.md §7, zones: the engine’s wall clocks name the city, and all else stays as it was said', () => {
  expect(told('2 contacts wait for a retry, the first Sun 18:48 Europe/Berlin')).toBe(
    '2 contacts wait for a retry, the first Sun 18:48 Berlin',
  )
  expect(told('Outside call hours: opens Mon 09:00 America/New_York; then 12:00')).toBe(
    'Outside call hours: opens Mon 09:00 New York; then 12:00',
  )
  expect(told('All 12 calls of the campaign are in use')).toBe('All 12 calls of the campaign are in use')
})
