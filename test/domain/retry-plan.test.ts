import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import type { Calendar, HoursLayer } from '../../src-main/domain/hours.ts'
import { partOfDay, partsOfDay, planRetry, type RetryQuestion } from '../../src-main/domain/retry-plan.ts'
import { weekdays } from '../../src-main/domain/schedule.ts'
import { slowlyOpen, wallOf } from '../make/slow-hours.ts'

const BERLIN = 'Europe/Berlin'
const at = (text: string, zone = BERLIN) => DateTime.fromISO(text, { zone }).toMillis()
const hours = (windows: HoursLayer['windows'], zone = BERLIN): Calendar => [
  { zone, windows, closedOn: () => null, by: { is: 'campaign' } },
]
const daily = (from: number, to: number, zone = BERLIN) =>
  hours(Object.fromEntries(weekdays.map(day => [day, [{ from: from * 60, to: to * 60 }]])), zone)
const plan = (changes: Partial<RetryQuestion>) =>
  planRetry({
    earliest: at('2026-11-25T11:00'),
    past: [at('2026-11-25T10:00')],
    vary: true,
    calendar: daily(9, 20),
    zone: BERLIN,
    ...changes,
  })

describe('campaigns.md §10 line 13, parts of the day', () => {
  test('before 12, 12–15, 15–18, after 18, in the called party’s time', () => {
    const parts = ['00:00', '11:59', '12:00', '14:59', '15:00', '17:59', '18:00', '23:59'].map(time =>
      partOfDay(at(`2026-11-25T${time}`), BERLIN),
    )
    expect(parts).toEqual([
      'morning',
      'morning',
      'noon',
      'noon',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
    ])
    expect(partOfDay(at('2026-11-25T12:00'), 'America/New_York')).toBe('morning')
  })
  test('ignored where the windows offer one part only', () =>
    expect(plan({ calendar: daily(9, 12) })).toBe(at('2026-11-25T11:00')))
  test('not for busy: such a retry comes as soon as its interval is over', () =>
    expect(plan({ vary: false })).toBe(at('2026-11-25T11:00')))
})

describe('campaigns.md §4, vary time of day: a retry goes to another part of the day than the attempts before', () => {
  test('after a morning the first retry goes to noon, the next to the afternoon, then to the evening', () => {
    expect(plan({})).toBe(at('2026-11-25T12:00'))
    const noon = [at('2026-11-25T10:00'), at('2026-11-25T12:00')]
    expect(plan({ past: noon, earliest: at('2026-11-25T13:00') })).toBe(at('2026-11-25T15:00'))
    expect(plan({ past: [...noon, at('2026-11-25T15:00')], earliest: at('2026-11-25T16:00') })).toBe(
      at('2026-11-25T18:00'),
    )
  })
  test('when every part was tried once, not the last one again', () =>
    expect(
      plan({
        past: ['18:30', '15:00', '12:00', '10:00'].map(time => at(`2026-11-25T${time}`)),
        earliest: at('2026-11-25T11:00'),
      }),
    ).toBe(at('2026-11-25T12:00')))
  test('a part that only another day of the week offers is waited for', () => {
    const calendar = hours({ wed: [{ from: 540, to: 720 }], mon: [{ from: 1080, to: 1200 }] })
    expect(plan({ calendar })).toBe(at('2026-11-30T18:00'))
  })
  test('over midnight the morning begins at midnight', () => {
    const calendar = daily(22, 2)
    expect(plan({ calendar, past: [at('2026-11-25T23:00')], earliest: at('2026-11-25T23:30') })).toBe(
      at('2026-11-26T00:00'),
    )
  })
})

test('a retry that falls outside the windows waits for the next, also without varying', () =>
  expect(plan({ vary: false, earliest: at('2026-11-25T21:00') })).toBe(at('2026-11-26T09:00')))
test('a calendar that never opens leaves the retry at its interval', () =>
  expect(plan({ calendar: hours({}) })).toBe(at('2026-11-25T11:00')))

const STEP = 15 * 60_000
const quarters = fc.integer({ min: 0, max: 95 }).map(quarter => quarter * 15)
const anyCalendar = fc
  .record({
    zone: fc.constantFrom(BERLIN, 'America/St_Johns', 'America/Santiago', 'Africa/Cairo'),
    windows: fc.dictionary(
      fc.constantFrom(...weekdays),
      fc.array(fc.record({ from: quarters, to: quarters }), { minLength: 1, maxLength: 2 }),
      { minKeys: 1 },
    ),
  })
  .map(({ zone, windows }) => hours(windows, zone))

test('against a diary: the retry is within the windows, and no part that was tried less came earlier', () =>
  fc.assert(
    fc.property(
      anyCalendar,
      fc.integer({ min: Date.UTC(2026, 2, 20) / STEP, max: Date.UTC(2026, 3, 30) / STEP }),
      fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 5 }),
      (calendar, quarter, before) => {
        const earliest = quarter * STEP
        const past = before.map(back => earliest - back * STEP).sort((a, b) => a - b)
        const planned = planRetry({ earliest, past, vary: true, calendar, zone: BERLIN })
        const partAt = (time: number) => {
          const { minute } = wallOf(BERLIN, time)
          return minute < 720 ? 'morning' : minute < 900 ? 'noon' : minute < 1080 ? 'afternoon' : 'evening'
        }
        const uses = (part: string) => past.filter(time => partAt(time) === part).length
        const first = new Map<string, number>()
        let open = earliest
        while (!slowlyOpen(calendar, open)) open += STEP
        for (let time = open; time < open + 7 * 96 * STEP; time += STEP)
          if (slowlyOpen(calendar, time) && !first.has(partAt(time))) first.set(partAt(time), time)
        expect([...first.values()]).toContain(planned)
        const fewest = Math.min(...[...first.keys()].map(uses))
        expect(uses(partAt(planned))).toBe(fewest)
        const last = past.at(-1)
        for (const part of partsOfDay) {
          const isRival = first.has(part) && uses(part) === fewest && part !== partAt(planned)
          if (!isRival || (last !== undefined && part === partAt(last))) continue
          if (last === undefined || partAt(planned) !== partAt(last))
            expect(first.get(part)).toBeGreaterThan(planned)
          else expect.unreachable('the last part again, although another was tried as little')
        }
      },
    ),
    { numRuns: 60 },
  ))
