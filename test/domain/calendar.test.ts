import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import type { BusinessHours } from '../../src-main/domain/business-hours.ts'
import { calendarOf, calendarState, openTimes } from '../../src-main/domain/calendar.ts'
import type { Calendar, HoursLayer } from '../../src-main/domain/hours.ts'
import type { BusinessHoursId } from '../../src-main/domain/ids.ts'
import type { Place } from '../../src-main/domain/place.ts'
import { HORIZON, officeHours, type Schedule, weekdays } from '../../src-main/domain/schedule.ts'
import { slowlyOpen } from '../make/slow-hours.ts'

const BERLIN = 'Europe/Berlin'
const at = (text: string, zone = BERLIN) => DateTime.fromISO(text, { zone }).toMillis()
const every = (...windows: { from: number; to: number }[]): Schedule['windows'] =>
  Object.fromEntries(weekdays.map(day => [day, windows]))

const aSchedule = (changes: Partial<Schedule> = {}): Schedule => ({
  zone: BERLIN,
  windows: officeHours,
  startsAt: null,
  endsAt: null,
  respectContactZone: true,
  anyTime: false,
  ...changes,
})
const aPlace = (...zones: string[]): Place => ({ country: 'DE', region: null, zones, line: 'unknown' })
const aLayer = (changes: Partial<HoursLayer> = {}): HoursLayer => ({
  zone: BERLIN,
  windows: officeHours,
  closedOn: () => null,
  by: { is: 'campaign' },
  ...changes,
})
const noLaw = { hours: [] }
const noHolidays = () => null
const someHours: BusinessHours = {
  id: 1 as BusinessHoursId,
  name: 'Office',
  zone: BERLIN,
  windows: every({ from: 600, to: 960 }),
  holidays: { country: 'DE', region: 'BE' },
  closedDays: [{ date: '2026-11-25', name: 'Moving house' }],
}

const calendar = (
  schedule: Partial<Schedule>,
  place: Place = aPlace(BERLIN),
  businessHours: BusinessHours | null = null,
  hoursLifted = false,
): Calendar =>
  calendarOf({ schedule: aSchedule(schedule), businessHours, hoursLifted }, place, noLaw, noHolidays)

describe('campaigns.md §3, active days and call windows', () => {
  test('one or several ranges a day, none at the weekend', () => {
    const lunch = calendar({
      windows: {
        mon: [
          { from: 540, to: 720 },
          { from: 810, to: 1080 },
        ],
      },
    })
    expect(calendarState(lunch, at('2026-11-23T12:00'))).toMatchObject({
      open: false,
      until: at('2026-11-23T13:30'),
      opensAt: at('2026-11-23T13:30'),
    })
    expect(calendarState(lunch, at('2026-11-23T18:00')).opensAt).toBe(at('2026-11-30T09:00'))
  })
  test('an open calendar says when it closes', () =>
    expect(calendarState(calendar({}), at('2026-11-23T10:00'))).toEqual({
      open: true,
      until: at('2026-11-23T18:00'),
      opensAt: at('2026-11-23T10:00'),
      closedBy: null,
    }))
  test('a window over midnight is open on both sides; equal ends are a whole day', () => {
    const night = calendar({ windows: { fri: [{ from: 1320, to: 120 }] } })
    expect(calendarState(night, at('2026-11-20T23:00')).until).toBe(at('2026-11-21T02:00'))
    const whole = calendar({ windows: { fri: [{ from: 480, to: 480 }] } })
    expect(calendarState(whole, at('2026-11-20T08:00')).until).toBe(at('2026-11-21T08:00'))
  })
  test('windows that touch or overlap are one', () => {
    const touching = calendar({ windows: every({ from: 0, to: 720 }, { from: 720, to: 1440 }) })
    expect(calendarState(touching, at('2026-11-20T11:00')).until).toBe(at('2026-11-20T11:00') + HORIZON)
  })
  test('a schedule without windows never opens, and says that it is why', () => {
    const state = calendarState(calendar({ windows: {} }), at('2026-11-23T10:00'))
    expect(state).toMatchObject({ open: false, opensAt: null })
    expect(state.closedBy?.layer.by).toEqual({ is: 'campaign' })
  })
})

describe('campaigns.md §3, respect contact time zone', () => {
  test('on: the windows are read in the contact’s zone', () => {
    const tokyo = calendar({}, aPlace('Asia/Tokyo'))
    expect(calendarState(tokyo, at('2026-11-23T10:00')).open).toBe(false)
    expect(calendarState(tokyo, at('2026-11-23T10:00', 'Asia/Tokyo')).open).toBe(true)
  })
  test('on: a number that spans several zones must be open in all of them', () => {
    const florida = calendar({}, aPlace('America/Chicago', 'America/New_York'))
    const opens = at('2026-11-23T09:00', 'America/Chicago')
    expect(calendarState(florida, at('2026-11-23T09:00', 'America/New_York')).opensAt).toBe(opens)
    expect(calendarState(florida, opens).until).toBe(at('2026-11-23T18:00', 'America/New_York'))
  })
  test('off: they are read in the campaign’s zone, wherever the contact is', () => {
    const tokyo = calendar({ respectContactZone: false }, aPlace('Asia/Tokyo'))
    expect(calendarState(tokyo, at('2026-11-23T10:00')).open).toBe(true)
  })
})

describe('campaigns.md §3, business hours', () => {
  test('replace the campaign’s own windows and zone', () => {
    const hours = calendar(
      { windows: {}, zone: 'Asia/Tokyo', respectContactZone: false },
      undefined,
      someHours,
    )
    expect(calendarState(hours, at('2026-11-23T09:00')).opensAt).toBe(at('2026-11-23T10:00'))
  })
  test('are read in the contact’s zone where the campaign respects it', () => {
    const hours = calendar({}, aPlace('America/New_York'), someHours)
    expect(calendarState(hours, at('2026-11-23T12:00')).opensAt).toBe(
      at('2026-11-23T10:00', 'America/New_York'),
    )
  })
  test('a closed day stays closed by its name, and goes on the day after', () => {
    const state = calendarState(calendar({}, undefined, someHours), at('2026-11-24T16:00'))
    expect(state.opensAt).toBe(at('2026-11-26T10:00'))
    expect(state.closedBy).toMatchObject({ holiday: 'Moving house', layer: { by: { name: 'Office' } } })
  })
  test('a public holiday stays closed by its name', () => {
    const christmas = (country: string, region: string | null, date: string) =>
      country === 'DE' && region === 'BE' && date === '2026-12-25' ? 'Weihnachten' : null
    const hours = calendarOf(
      { schedule: aSchedule(), businessHours: someHours, hoursLifted: false },
      aPlace(BERLIN),
      noLaw,
      christmas,
    )
    const state = calendarState(hours, at('2026-12-25T11:00'))
    expect(state).toMatchObject({ opensAt: at('2026-12-26T10:00'), closedBy: { holiday: 'Weihnachten' } })
  })
  test('an evening that follows a closed day is no holiday', () => {
    const state = calendarState(calendar({}, undefined, someHours), at('2026-11-26T20:00'))
    expect(state.closedBy?.holiday).toBe(null)
  })
  test('a window over midnight belongs to the day on which it opens', () => {
    const nights = { ...someHours, windows: every({ from: 1320, to: 120 }) }
    const hours = calendar({}, undefined, nights)
    // Tuesday night runs into the closed Wednesday; Wednesday night never opens.
    expect(calendarState(hours, at('2026-11-25T01:00'))).toMatchObject({
      open: true,
      until: at('2026-11-25T02:00'),
    })
    expect(calendarState(hours, at('2026-11-26T01:00'))).toMatchObject({
      open: false,
      opensAt: at('2026-11-26T22:00'),
      closedBy: { holiday: 'Moving house' },
    })
  })
  test('weeks of closed days are looked through, a whole year of them is never', () => {
    const summer = aLayer({ closedOn: date => (date < '2027-05-01' ? 'Summer' : null) })
    expect(calendarState([summer], at('2026-11-23T10:00')).opensAt).toBe(at('2027-05-03T09:00'))
    const state = calendarState([aLayer({ closedOn: () => 'For good' })], at('2026-11-23T10:00'))
    expect(state).toMatchObject({ opensAt: null, closedBy: { holiday: 'For good' } })
  })
})

describe('compliance.md: the law decides above every setting', () => {
  const law = aLayer({
    windows: every({ from: 1020, to: 1200 }),
    by: { is: 'law', rule: 'x/hours', jurisdiction: 'X', text: '17–20' },
  })
  test('calls start only where campaign and law are open', () => {
    const both = [...calendar({}), law]
    const state = calendarState(both, at('2026-11-23T10:00'))
    expect(state).toMatchObject({ opensAt: at('2026-11-23T17:00'), closedBy: { layer: { by: law.by } } })
    expect(calendarState(both, at('2026-11-23T17:00')).until).toBe(at('2026-11-23T18:00'))
  })
  test('lifted hours lift the campaign’s windows, never the law’s', () => {
    const lifted = calendarOf(
      { schedule: aSchedule(), businessHours: someHours, hoursLifted: true },
      aPlace(BERLIN),
      { hours: [law] },
      noHolidays,
    )
    expect(lifted).toEqual([law])
  })
  test('windows that never meet never open', () =>
    expect(
      calendarState([law, aLayer({ windows: every({ from: 480, to: 1020 }) })], at('2026-11-23T10:00')),
    ).toEqual(expect.objectContaining({ open: false, opensAt: null })))
  test('without any layer calls may always start', () =>
    expect(calendarState([], at('2026-11-23T10:00')).open).toBe(true))
})

const STEP = 15 * 60_000
const minutes = (most: number) => fc.integer({ min: 0, max: most / 15 }).map(quarter => quarter * 15)
const aWindow = fc.record({ from: minutes(1425), to: minutes(1440) })
const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
]
const anyLayer = fc
  .record({
    zone: fc.constantFrom(...zones),
    windows: fc.dictionary(fc.constantFrom(...weekdays), fc.array(aWindow, { maxLength: 3 }), { minKeys: 3 }),
    closed: fc.integer({ min: 2, max: 40 }),
  })
  .map(({ zone, windows, closed }) =>
    aLayer({ zone, windows, closedOn: date => (Number(date.slice(8)) % closed === 0 ? 'Closed' : null) }),
  )
/** Quarters of an hour around the days on which clocks change somewhere, and any other. */
const clockChanges = [
  '2026-02-17',
  '2026-03-28',
  '2026-04-04',
  '2026-04-23',
  '2026-09-05',
  '2026-10-24',
  '2026-10-31',
]
const anyQuarter = fc.oneof(
  fc
    .tuple(fc.constantFrom(...clockChanges), fc.integer({ min: -96, max: 192 }))
    .map(([day, quarter]) => Date.parse(day) + quarter * STEP),
  fc.integer({ min: Date.UTC(2026, 0) / STEP, max: Date.UTC(2027, 0) / STEP }).map(quarter => quarter * STEP),
)

describe('days of 23 and 25 hours in ten zones, against a diary read quarter by quarter', () => {
  const lookDays = 9
  const firstFlip = (layers: Calendar, from: number) => {
    const open = slowlyOpen(layers, from)
    for (let time = from; time <= from + lookDays * 96 * STEP; time += STEP)
      if (slowlyOpen(layers, time) !== open) return time
    return null
  }
  test('the state is the diary’s, and lasts exactly until the diary turns', () =>
    fc.assert(
      fc.property(fc.array(anyLayer, { minLength: 1, maxLength: 3 }), anyQuarter, (layers, from) => {
        const state = calendarState(layers, from)
        expect(state.open).toBe(slowlyOpen(layers, from))
        expect(state.opensAt).toBe(state.open ? from : state.until < from + HORIZON ? state.until : null)
        const flip = firstFlip(layers, from)
        if (flip !== null) expect(state.until).toBe(flip)
        else expect(state.until).toBeGreaterThan(from + lookDays * 96 * STEP)
        if (state.open) expect(state.closedBy).toBe(null)
        else expect(slowlyOpen([state.closedBy?.layer as HoursLayer], from)).toBe(false)
      }),
      { numRuns: 120 },
    ))
  test('the open times of a week are the diary’s', () =>
    fc.assert(
      fc.property(fc.array(anyLayer, { minLength: 1, maxLength: 2 }), anyQuarter, (layers, from) => {
        const limit = from + 7 * 96 * STEP
        const times = [...openTimes(layers, from, limit)]
        for (let time = from; time < limit; time += STEP)
          expect(times.some(each => each.from <= time && time < each.until)).toBe(slowlyOpen(layers, time))
      }),
      { numRuns: 60 },
    ))
})
