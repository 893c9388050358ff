import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { type CapQuestion, capHolds, type PastAttempt } from '../../src-main/domain/attempt-caps.ts'
import type { RuleRef } from '../../src-main/domain/compliance/law.ts'
import type { ContactId } from '../../src-main/domain/ids.ts'
import { wallOf } from '../make/slow-hours.ts'

const HOUR = 3_600_000
const BERLIN = 'Europe/Berlin'
const at = (text: string, zone = BERLIN) => DateTime.fromISO(text, { zone }).toMillis()
const anna = { number: '+4930231254120', contact: 1 as ContactId }
const now = at('2026-11-25T12:00')
const tried = (when: number, changes: Partial<PastAttempt> = {}): PastAttempt => ({
  at: when,
  ...anna,
  result: 'no_answer',
  refused: false,
  ...changes,
})
const rule = (id: string): RuleRef => ({ id, jurisdiction: 'X', text: id, citation: '', verified: true })
const holds = (past: readonly PastAttempt[], changes: Partial<CapQuestion> = {}) =>
  capHolds({
    past,
    ...anna,
    perDay: 3,
    perWeek: 7,
    law: { caps: [], pauses: [] },
    zones: [BERLIN],
    now,
    ...changes,
  })

describe('campaigns.md §4, attempts per contact per day / per 7 days: 3 / 7', () => {
  const today = [tried(at('2026-11-25T11:00')), tried(at('2026-11-25T10:00')), tried(at('2026-11-25T00:00'))]
  test('the fourth call of a day waits for the next day', () => {
    expect(holds(today.slice(1))).toEqual([])
    expect(holds(today)).toEqual([{ is: 'day-cap', allowed: 3, until: at('2026-11-26T00:00') }])
  })
  test('the eighth call of a week waits until the first is seven days old', () => {
    const first = at('2026-11-18T12:01')
    const past = [today[0] as PastAttempt, ...Array.from({ length: 6 }, (_, hour) => tried(first - hour))]
    expect(holds(past)).toEqual([{ is: 'week-cap', allowed: 7, until: first - 5 + 7 * 24 * HOUR }])
    expect(holds(past, { now: first - 5 + 7 * 24 * HOUR })).toEqual([])
  })
  test('a call in progress counts', () => {
    const [last, ...before] = today
    expect(holds([{ ...(last as PastAttempt), result: null }, ...before])).toHaveLength(1)
  })
  test('the same person under two contacts counts by number, two numbers of one contact by contact', () => {
    const other = { contact: 2 as ContactId }
    const mobile = { number: '+4915112345678' }
    expect(holds(today.map(attempt => ({ ...attempt, ...other })))).toHaveLength(1)
    expect(holds(today.map(attempt => ({ ...attempt, ...mobile })))).toHaveLength(1)
    expect(holds(today.map(attempt => ({ ...attempt, ...other, ...mobile })))).toEqual([])
  })
})

describe('campaigns.md §10 line 12: "per day" is the called party’s calendar day; the law’s 24 hours slide', () => {
  test('yesterday evening’s calls do not count in the morning', () =>
    expect(holds([23, 22, 21].map(hour => tried(at(`2026-11-24T${hour}:00`))))).toEqual([]))
  test('a day of 25 hours counts whole', () => {
    const past = [3, 2, 1].map(hour => tried(at('2026-10-25T00:30') + hour * HOUR))
    expect(holds(past, { now: at('2026-10-25T23:30') })).toMatchObject([{ until: at('2026-10-26T00:00') }])
  })
  test('where the party may be in several zones the day must have changed in all', () => {
    const zones = ['America/Los_Angeles', 'America/New_York']
    const past = [22, 21, 20].map(hour => tried(at(`2026-11-24T${hour}:00`, 'America/New_York')))
    const midnight = at('2026-11-25T00:00', 'America/Los_Angeles')
    expect(holds(past, { zones, now: midnight - 1 })).toMatchObject([{ until: midnight }])
    expect(holds(past, { zones, now: midnight })).toEqual([])
  })
  test('after the clock was set back, calls that seem to be of tomorrow still count', () => {
    const past = [3, 2, 1].map(hour => tried(at('2026-11-26T00:00') + hour * HOUR))
    expect(holds(past)).toMatchObject([{ is: 'day-cap', until: at('2026-11-27T00:00') }])
  })
  const cap = { attempts: 3, withinMs: 24 * HOUR, per: 'number', rule: rule('us-fl/attempts') } as const
  test('the law’s hours slide over midnight', () => {
    const first = at('2026-11-24T13:00')
    const past = [tried(at('2026-11-24T23:00')), tried(at('2026-11-24T15:00')), tried(first)]
    const law = { caps: [cap], pauses: [] }
    expect(holds(past, { law })).toEqual([{ is: 'law-cap', until: first + 24 * HOUR, rule: cap.rule }])
    expect(holds(past, { law, now: first + 24 * HOUR })).toEqual([])
  })
  test('a cap per number does not count the contact’s other numbers, a cap per contact does', () => {
    const past = [1, 2, 3].map(hour => tried(now - 20 * HOUR - hour, { number: '+4915112345678' }))
    expect(holds(past, { law: { caps: [cap], pauses: [] } })).toEqual([])
    expect(holds(past, { law: { caps: [{ ...cap, per: 'contact' }], pauses: [] } })).toHaveLength(1)
  })
})

describe('compliance.md §2, pauses', () => {
  const pause = (after: 'conversation' | 'abandoned' | 'refusal', days: number) => ({
    caps: [],
    pauses: [{ after, forMs: days * 24 * HOUR, rule: rule(after) }],
  })
  const past = (changes: Partial<PastAttempt>) => [tried(now - HOUR), tried(now - 30 * HOUR, changes)]
  test.each([
    [
      'US debt collection: none within 7 days after a conversation',
      'conversation',
      7,
      { result: 'answered' },
    ],
    ['UK: 72 h without automatic call after an abandoned one', 'abandoned', 3, { result: 'abandoned' }],
    ['France: 60 days after a refusal', 'refusal', 60, { refused: true }],
  ] as const)('%s', (_, after, days, changes) => {
    const until = now - 30 * HOUR + days * 24 * HOUR
    const law = pause(after, days)
    expect(holds(past(changes), { law })).toEqual([{ is: 'law-pause', until, rule: rule(after) }])
    expect(holds(past(changes), { law, now: until })).toEqual([])
    expect(holds(past({}), { law })).toEqual([])
  })
})

describe('against counting one by one', () => {
  const zones = [BERLIN, 'America/St_Johns', 'Australia/Lord_Howe']
  const start = at('2026-10-20T00:00')
  const anyPast = fc
    .array(fc.integer({ min: 0, max: 14 * 24 * 60 }), { maxLength: 30 })
    .map(minutes => minutes.sort((a, b) => b - a).map(minute => tried(start + minute * 60_000)))
  const isHeld = (past: readonly PastAttempt[], perDay: number, perWeek: number, time: number) => {
    const date = (zone: string, when: number) => wallOf(zone, when).date
    const onDay = (zone: string) => past.filter(each => date(zone, each.at) >= date(zone, time)).length
    const inWeek = past.filter(each => each.at > time - 7 * 24 * HOUR).length
    return { day: zones.some(zone => onDay(zone) >= perDay), week: inWeek >= perWeek }
  }
  test('each hold is there, and ends, in the very millisecond in which the count says so', () =>
    fc.assert(
      fc.property(
        anyPast,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (past, perDay, perWeek) => {
          const time = past[0]?.at ?? start
          const found = holds(past, { zones, perDay, perWeek, now: time })
          const held = isHeld(past, perDay, perWeek, time)
          expect(found.some(({ is }) => is === 'day-cap')).toBe(held.day)
          expect(found.some(({ is }) => is === 'week-cap')).toBe(held.week)
          for (const { is, until } of found) {
            const kind = is === 'day-cap' ? 'day' : 'week'
            expect(isHeld(past, perDay, perWeek, until - 1)[kind]).toBe(true)
            expect(isHeld(past, perDay, perWeek, until)[kind]).toBe(false)
          }
        },
      ),
      { numRuns: 200 },
    ))
})
