import { describe, expect, test } from 'vitest'
import { createHolidays } from '../../src-main/numbering/holidays.ts'

const holidays = createHolidays()

describe('public holidays', () => {
  test('of a country', () => {
    expect(holidays('US', null, '2026-11-26')).toBe('Thanksgiving Day')
    expect(holidays('US', null, '2026-11-27')).toBeNull()
    expect(holidays('FR', null, '2026-07-14')).not.toBeNull()
    expect(holidays('AU', null, '2026-01-26')).toBe('Australia Day')
  })

  test('of a region, by its ISO 3166-2 code without the country', () => {
    expect(holidays('DE', 'BY', '2026-01-06')).not.toBeNull()
    expect(holidays('DE', 'BE', '2026-01-06')).toBeNull()
    expect(holidays('US', 'AL', '2026-04-27')).toBe('Confederate Memorial Day')
    expect(holidays('US', 'RI', '2026-08-10')).toBe('Victory Day')
  })

  test('on the day on which one is observed, also across the year', () => {
    expect(holidays('US', null, '2026-07-03')).toContain('Independence Day')
    expect(holidays('US', null, '2026-07-04')).toBe('Independence Day')
    expect(holidays('US', null, '2027-12-31')).toContain('New Year')
  })

  test('on every day of a feast of several days', () => {
    const days = ['2026-03-20', '2026-03-21', '2026-03-22'].map(date => holidays('TR', null, date))
    expect(new Set(days).size).toBe(1)
    expect(days[0]).not.toBeNull()
  })

  test('days that are only observed by some are none', () => {
    expect(holidays('US', null, '2026-02-14')).toBeNull()
    expect(holidays('DE', null, '2026-12-24')).toBeNull()
  })

  test('a region that nobody knows has its country’s, a country that nobody knows none', () => {
    expect(holidays('US', 'XX', '2026-11-26')).toBe('Thanksgiving Day')
    expect(holidays('XX', null, '2026-12-25')).toBeNull()
  })
})
