import { expect, test } from 'vitest'
import { earliestCall } from '../../src-main/domain/earliest-call.ts'
import type { Calendar, CalendarState } from '../../src-main/domain/hours.ts'
import { ringTime } from '../../src-main/domain/ring-time.ts'
import { officeHours } from '../../src-main/domain/schedule.ts'
import { type WaitingCell, waitsOf } from '../../src-main/domain/waits.ts'

const noon = Date.UTC(2026, 10, 23, 11)
const HOUR = 3_600_000
const tomorrow = noon + 21 * HOUR
const layer = {
  zone: 'Europe/Berlin',
  windows: officeHours,
  closedOn: () => null,
  by: { is: 'campaign' } as const,
}
const open: CalendarState = { open: true, until: noon + 6 * HOUR, opensAt: noon, closedBy: null }
const closed: CalendarState = {
  open: false,
  until: tomorrow,
  opensAt: tomorrow,
  closedBy: { layer, holiday: null },
}
const cell = (change: Partial<WaitingCell>): WaitingCell => ({
  zone: 'Europe/Berlin',
  calendar: open,
  holds: new Map([[null, 1]]),
  readyAt: 0,
  ...change,
})
const nobodyCalled = {
  list: { pending: 0, retry: 0, inProgress: 0, called: 0, calledUntil: null, restartable: 0 },
}

test('the idle line: who waits for an opening, a number or a retry, most contacts first', () => {
  const waits = waitsOf(
    [
      cell({ calendar: closed, holds: new Map([[null, 3_000]]) }),
      cell({ calendar: closed, holds: new Map([[null, 120]]) }),
      cell({ holds: new Map([[null, 40]]) }),
      cell({ holds: new Map([['retry_interval', 12]]), readyAt: noon + HOUR }),
      cell({ holds: new Map([['day_cap', 1]]), readyAt: tomorrow }),
    ],
    nobodyCalled,
    [{ is: 'numbers-capped', why: 'at the cap of the day', until: tomorrow }],
    noon,
  )
  expect(waits).toEqual([
    {
      contacts: 3_120,
      text: '3,120 contacts wait for Tue 09:00 Europe/Berlin',
      until: tomorrow,
      hold: 'outside-hours',
    },
    { contacts: 40, text: '40 contacts wait for a number', until: tomorrow, hold: 'numbers-capped' },
    {
      contacts: 12,
      text: '12 contacts wait for a retry, the first Mon 13:00 Europe/Berlin',
      until: noon + HOUR,
      hold: 'retry-later',
    },
    {
      contacts: 1,
      text: '1 contact has had their attempts, the first Tue 09:00 Europe/Berlin',
      until: tomorrow,
      hold: 'cap-later',
    },
  ])
})

test('somebody whose retry is due waits like a fresh contact', () => {
  const [wait] = waitsOf(
    [cell({ holds: new Map([['retry_interval', 2]]), readyAt: noon })],
    nobodyCalled,
    [],
    noon,
  )
  expect(wait?.text).toBe('2 contacts wait for their turn')
})

test('the earliest call is when all holds are over and the place is open', () => {
  const office: Calendar = [layer]
  expect(earliestCall([], office, noon)).toBe(noon)
  expect(earliestCall([{ is: 'interval', until: noon + 7 * HOUR }], office, noon)).toBe(tomorrow)
  expect(earliestCall([{ is: 'campaign-full', allowed: 1, until: null }], office, noon)).toBe(noon)
  expect(earliestCall([{ is: 'no-trunk', until: null }], office, noon)).toBeNull()
})

test('a ring time is raised to what the rule asks for, never lowered', () => {
  const rule = { id: 'uk/ring', jurisdiction: 'UK', text: '', citation: '', verified: true }
  const minRing = { seconds: 15, rule }
  expect(ringTime({ ringSeconds: 10 }, { minRing })).toEqual({ seconds: 15, raisedBy: rule })
  expect(ringTime({ ringSeconds: 30 }, { minRing })).toEqual({ seconds: 30, raisedBy: null })
  expect(ringTime({ ringSeconds: 10 }, { minRing: null })).toEqual({ seconds: 10, raisedBy: null })
})
