import { describe, expect, test } from 'vitest'
import { capsOf, type Day, isOpenAt, law, openHours, openHoursOn } from './table.ts'

/** Compliance, section 2: each row of the table, with the hours that it allows. */
interface Row {
  readonly states: string
  readonly says: string
  readonly week: Partial<Record<Day, string>>
  readonly voice?: 'automated' | 'bridged'
}

const every = (hours: string) => ({ mon: hours, wed: hours, fri: hours, sat: hours, sun: hours })

const rows: readonly Row[] = [
  { states: 'AL LA MS', says: '8–20, no Sunday', week: { ...every('8:00-20:00'), sun: '' } },
  { states: 'MA WA WY', says: '8–20', week: every('8:00-20:00') },
  { states: 'FL MD OK OR', says: '8–20', week: every('8:00-20:00') },
  { states: 'CT NV', says: '9–20', week: every('9:00-20:00') },
  { states: 'MI MN NM', says: '9–21', week: every('9:00-21:00') },
  { states: 'SD', says: '9–21, no Sunday', week: { ...every('9:00-21:00'), sun: '' } },
  { states: 'TX', says: 'Mon–Sat 9–21, Sun 12–21', week: { ...every('9:00-21:00'), sun: '12:00-21:00' } },
  { states: 'KY', says: '10–21', week: every('10:00-21:00') },
  {
    states: 'RI',
    says: 'Mon–Fri 9–18, Sat 10–17',
    week: { ...every('9:00-18:00'), sat: '10:00-17:00', sun: '' },
  },
  { states: 'UT', says: '8–21, no Sunday', week: { ...every('8:00-21:00'), sun: '' } },
  { states: 'NY VA NJ PA', says: '8–21', week: every('8:00-21:00') },
  { states: 'CA', says: 'automated voice 9–21', voice: 'automated', week: every('9:00-21:00') },
  { states: 'IN', says: 'automated voice 9–20', voice: 'automated', week: every('9:00-20:00') },
  {
    states: 'ME',
    says: 'automated voice Mon–Fri 9–17',
    voice: 'automated',
    week: { ...every('9:00-17:00'), sat: '', sun: '' },
  },
  { states: 'CA IN ME', says: 'people as federal, 8–21', voice: 'bridged', week: every('8:00-21:00') },
  { states: 'OH GA IL DC', says: 'without a row of their own as federal, 8–21', week: every('8:00-21:00') },
]

describe('US states, called party’s local time', () => {
  for (const { states, says, week, voice } of rows)
    for (const region of states.split(' '))
      test(`${region}: ${says}`, () => {
        for (const each of voice ? [voice] : (['automated', 'bridged'] as const)) {
          const found = law({ country: 'US', region, voice: each })
          const days = Object.keys(week) as Day[]
          expect(Object.fromEntries(days.map(day => [day, openHours(found, day)]))).toEqual(week)
        }
      })

  test.each(['AL', 'LA', 'RI', 'UT', 'PA'])('%s: no holidays', region => {
    const found = law({ country: 'US', region })
    expect(openHoursOn(found, '2026-11-26')).toBe('')
    expect(openHoursOn(found, '2026-11-27')).not.toBe('')
  })

  test.each(['MS', 'FL', 'TX', 'KY', 'NY'])('%s: holidays are days like any other', region =>
    expect(openHoursOn(law({ country: 'US', region }), '2026-11-26')).not.toBe(''),
  )

  test('a state closes on its own holidays: RI on Victory Day, AL on Confederate Memorial Day', () => {
    expect(openHoursOn(law({ country: 'US', region: 'RI' }), '2026-08-10')).toBe('')
    expect(openHoursOn(law({ country: 'US', region: 'AL' }), '2026-04-27')).toBe('')
    expect(openHoursOn(law({ country: 'US', region: 'AL' }), '2026-08-10')).not.toBe('')
  })

  test('hours are those of the called party: 9:30 in New York is too early in Texas', () => {
    const found = law({ country: 'US', region: 'TX', zones: ['America/Chicago'] })
    expect(isOpenAt(found, '2026-09-15 09:30')).toBe(false)
    expect(isOpenAt(found, '2026-09-15 10:00')).toBe(true)
  })

  test('a number in two zones is called only when it is open in both', () => {
    const found = law({ country: 'US', region: 'FL', zones: ['America/Chicago', 'America/New_York'] })
    expect(openHours(found, 'tue')).toBe('9:00-20:00')
  })

  test.each(['FL', 'MD', 'OK', 'OR'])('%s: 3 per 24 h', region =>
    expect(capsOf(law({ country: 'US', region }))).toEqual(['3 in 24 h per contact', '3 in 24 h per number']),
  )

  test('ME: an automated voice 1 per 8 h', () => {
    expect(capsOf(law({ country: 'US', region: 'ME' }))).toEqual([
      '1 in 8 h per contact',
      '1 in 8 h per number',
    ])
    expect(capsOf(law({ country: 'US', region: 'ME', voice: 'bridged' }))).toEqual([])
  })

  test('CA: an automated voice with a live announcement', () => {
    const dutiesOf = (voice: 'automated' | 'bridged') =>
      law({ country: 'US', region: 'CA', voice }).duties.map(({ duty }) => duty)
    expect(dutiesOf('automated')).toContain('live_announcement')
    expect(dutiesOf('bridged')).not.toContain('live_announcement')
  })

  test('PA: 9–19 and no Sunday from late 2026, unverified', () => {
    const before = law({ country: 'US', region: 'PA', on: '2026-09-30' })
    const after = law({ country: 'US', region: 'PA', on: '2026-10-01' })
    expect(openHours(before, 'tue')).toBe('8:00-21:00')
    expect(openHours(after, 'tue')).toBe('9:00-19:00')
    expect(openHours(after, 'sun')).toBe('')
    expect(after.rules.find(({ id }) => id === 'us-pa/hours-2026')?.verified).toBe(false)
  })
})

describe('US federal', () => {
  const us = (more = {}) => law({ country: 'US', region: 'OH', ...more })

  test('8–21', () => expect(openHours(us(), 'sun')).toBe('8:00-21:00'))

  test('artificial voice: prior consent, written for marketing', () => {
    expect(us().consent.need).toBe('express')
    expect(us({ purpose: 'survey' }).consent.need).toBe('express')
    expect(us({ purpose: 'marketing' }).consent.need).toBe('express_written')
    expect(us({ purpose: 'marketing', voice: 'bridged' }).consent.need).toBe('none')
  })

  test('name at the start, spoken or keyed opt-out within 2 s of that, opt-out by any reasonable means', () => {
    expect(
      us()
        .duties.map(({ duty }) => duty)
        .sort(),
    ).toEqual(['honour_opt_out', 'offer_opt_out', 'say_name'])
    expect(us({ voice: 'bridged' }).duties.map(({ duty }) => duty)).toEqual(['honour_opt_out'])
  })

  test('ring at least 15 s', () =>
    expect(us().minRing).toMatchObject({ seconds: 15, rule: { id: 'us/ring' } }))

  test('abandoned ≤ 3 % of calls answered by people per campaign and 30 days', () =>
    expect(us().abandonment).toMatchObject([{ share: 0.03, withinMs: 30 * 86_400_000 }]))

  test('debt collection: at most 7 calls in 7 days, none within 7 days after a conversation', () => {
    const debt = us({ purpose: 'debt_collection' })
    expect(capsOf(debt)).toEqual(['7 in 168 h per contact', '7 in 168 h per number'])
    expect(debt.pauses).toMatchObject([{ after: 'conversation', forMs: 7 * 86_400_000 }])
    expect(us().pauses).toEqual([])
  })

  test('holds in the territories too', () =>
    expect(openHours(law({ country: 'PR', zones: ['America/New_York'] }), 'sun')).toBe('8:00-21:00'))
})

describe('a US number whose state is unknown gets the strictest set', () => {
  const unknown = (voice: 'automated' | 'bridged') => law({ country: 'US', voice })
  const week = (voice: 'automated' | 'bridged') =>
    Object.fromEntries(
      (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map(day => [
        day,
        openHours(unknown(voice), day),
      ]),
    )

  test('for an automated voice Mon–Fri 10–17', () => {
    const weekday = '10:00-17:00'
    expect(week('automated')).toEqual({
      mon: weekday,
      tue: weekday,
      wed: weekday,
      thu: weekday,
      fri: weekday,
      sat: '',
      sun: '',
    })
  })

  test('for bridged people Mon–Fri 10–18, Sat 10–17, no Sunday', () => {
    const weekday = '10:00-18:00'
    expect(week('bridged')).toEqual({
      mon: weekday,
      tue: weekday,
      wed: weekday,
      thu: weekday,
      fri: weekday,
      sat: '10:00-17:00',
      sun: '',
    })
  })

  test.each(['automated', 'bridged'] as const)('no holiday of any state that forbids them: %s', voice => {
    for (const date of ['2026-11-26', '2026-12-25', '2026-08-10', '2026-04-27', '2026-07-24'])
      expect([date, openHoursOn(unknown(voice), date)]).toEqual([date, ''])
  })

  test('3 per 24 h, and for an automated voice 1 per 8 h', () => {
    expect(capsOf(unknown('automated'))).toEqual([
      '1 in 8 h per contact',
      '1 in 8 h per number',
      '3 in 24 h per contact',
      '3 in 24 h per number',
    ])
    expect(capsOf(unknown('bridged'))).toEqual(['3 in 24 h per contact', '3 in 24 h per number'])
  })

  test('in all zones of the country at once', () => {
    const zones = ['America/New_York', 'America/Los_Angeles']
    expect(openHours(law({ country: 'US', zones }), 'tue')).toBe('13:00-17:00')
  })
})

describe('other countries', () => {
  test('Canada: 9–21:30, weekend 10–18', () => {
    const found = law({ country: 'CA', region: 'ON' })
    expect([openHours(found, 'fri'), openHours(found, 'sat'), openHours(found, 'sun')]).toEqual([
      '9:00-21:30',
      '10:00-18:00',
      '10:00-18:00',
    ])
  })

  test('Canada: an automated voice that sells needs express consent', () => {
    expect(law({ country: 'CA', purpose: 'marketing' }).consent.need).toBe('express')
    expect(law({ country: 'CA', purpose: 'marketing', voice: 'bridged' }).consent.need).toBe('none')
  })

  const uk = (more = {}) => law({ country: 'GB', zones: ['Europe/London'], ...more })

  test('UK: 8–21 as practice', () => {
    expect(openHours(uk(), 'sun', 'Europe/London')).toBe('8:00-21:00')
    expect(uk().rules.find(({ id }) => id === 'gb/hours')?.text).toContain('practice')
  })

  test('UK: ring 15 s; abandoned ≤ 3 % per campaign and 24 h; 72 h without automatic call after an abandoned one', () => {
    expect(uk().minRing?.seconds).toBe(15)
    expect(uk().abandonment).toMatchObject([{ share: 0.03, withinMs: 24 * 3_600_000 }])
    expect(uk().pauses).toMatchObject([{ after: 'abandoned', forMs: 72 * 3_600_000 }])
  })

  test('UK: automated messages that sell only with consent', () => {
    expect(uk({ purpose: 'marketing' }).consent.need).toBe('express')
    expect(uk({ purpose: 'marketing', voice: 'bridged' }).consent.need).toBe('none')
  })

  const de = (more = {}) => law({ country: 'DE', zones: ['Europe/Berlin'], ...more })

  test('Germany: 8–20 as practice, so Berlin is closed from 20:00', () => {
    expect(openHours(de(), 'wed', 'Europe/Berlin')).toBe('8:00-20:00')
    expect(isOpenAt(de(), '2026-09-15 19:59', 'Europe/Berlin')).toBe(true)
    expect(isOpenAt(de(), '2026-09-15 20:00', 'Europe/Berlin')).toBe(false)
  })

  test('Germany: express consent for calls that sell, proof kept 5 years from each use', () => {
    const selling = de({ purpose: 'marketing', voice: 'bridged' })
    expect(selling.consent.need).toBe('express')
    expect(selling.duties.map(({ duty }) => duty)).toEqual(['keep_consent_proof'])
    expect(de({ voice: 'bridged' }).consent.need).toBe('none')
  })

  const fr = (more = {}) => law({ country: 'FR', zones: ['Europe/Paris'], ...more })

  test('France: Mon–Fri 10–13 and 14–20, no holidays', () => {
    expect(openHours(fr(), 'mon', 'Europe/Paris')).toBe('10:00-13:00 14:00-20:00')
    expect(openHours(fr(), 'sat', 'Europe/Paris')).toBe('')
    expect(openHours(fr(), 'sun', 'Europe/Paris')).toBe('')
    expect(openHoursOn(fr(), '2026-07-14', 'Europe/Paris')).toBe('')
  })

  test('France: 4 per 30 days; 60 days after a refusal', () => {
    expect(capsOf(fr())).toEqual(['4 in 720 h per contact', '4 in 720 h per number'])
    expect(fr().pauses).toMatchObject([{ after: 'refusal', forMs: 60 * 86_400_000 }])
  })

  test('France: opt-in for calls that sell, since August 2026', () => {
    const selling = { purpose: 'marketing', voice: 'bridged' } as const
    expect(fr({ ...selling, on: '2026-08-10' }).consent.need).toBe('none')
    expect(fr({ ...selling, on: '2026-08-11' }).consent).toMatchObject({
      need: 'express',
      rule: { id: 'fr/consent', verified: false },
    })
  })

  test('France: also overseas, in their own time', () =>
    expect(openHours(law({ country: 'RE', zones: ['Indian/Reunion'] }), 'mon', 'Indian/Reunion')).toBe(
      '10:00-13:00 14:00-20:00',
    ))

  test('Australia: Mon–Fri 9–20, Sat 9–17, no Sunday or national holiday; number shown', () => {
    const zone = 'Australia/Sydney'
    const found = law({ country: 'AU', zones: [zone] })
    expect([
      openHours(found, 'tue', zone),
      openHours(found, 'sat', zone),
      openHours(found, 'sun', zone),
    ]).toEqual(['9:00-20:00', '9:00-17:00', ''])
    expect(openHoursOn(found, '2026-01-26', zone)).toBe('')
    expect(found.duties.map(({ duty }) => duty)).toEqual(['show_number'])
  })

  test('EU: the person is told that a machine talks; prior consent for automated calls that sell', () => {
    const it = (more = {}) => law({ country: 'IT', zones: ['Europe/Rome'], ...more })
    expect(it().duties.map(({ duty }) => duty)).toEqual(['say_machine'])
    expect(it({ voice: 'bridged' }).duties).toEqual([])
    expect(it({ purpose: 'marketing' }).consent.need).toBe('express')
  })

  test('anywhere else 9–20, and where the EU alone sets rules too', () => {
    expect(openHours(law({ country: 'JP', zones: ['Asia/Tokyo'] }), 'sun', 'Asia/Tokyo')).toBe('9:00-20:00')
    expect(openHours(law({ country: 'IT', zones: ['Europe/Rome'] }), 'sun', 'Europe/Rome')).toBe('9:00-20:00')
    expect(openHours(law({ country: null, zones: ['Etc/UTC'] }), 'sun', 'UTC')).toBe('9:00-20:00')
  })
})
