import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarState } from '../../../src-main/domain/calendar.ts'
import {
  type ConsentNeed,
  consentNeeds,
  type LawQuery,
  purposes,
} from '../../../src-main/domain/compliance/law.ts'
import { lawFor } from '../../../src-main/domain/compliance/law-for.ts'
import { appliesAt, type ComplianceRule, type Profile } from '../../../src-main/domain/compliance/profile.ts'
import { holidays, local, openHours, profiles, queryOf } from './table.ts'

const states = profiles.flatMap(({ where }) =>
  where.is === 'countries' && where.region ? [where.region] : [],
)
const somewhere = fc.oneof(
  fc.record({ country: fc.constant('US'), region: fc.constantFrom(null, 'OH', ...states) }),
  fc.record({
    country: fc.constantFrom('CA', 'GB', 'DE', 'FR', 'AU', 'IT', 'JP', null),
    region: fc.constant(null),
  }),
)
const zones = fc.uniqueArray(
  fc.constantFrom(
    'America/New_York',
    'America/Los_Angeles',
    'Pacific/Honolulu',
    'Europe/Berlin',
    'Asia/Tokyo',
  ),
  { minLength: 1, maxLength: 3 },
)
const queries: fc.Arbitrary<LawQuery> = fc
  .record({
    at: somewhere,
    zones,
    line: fc.constantFrom('mobile', 'fixed', 'unknown'),
    purpose: fc.constantFrom(...purposes),
    voice: fc.constantFrom('automated', 'bridged'),
    hour: fc.integer({ min: 0, max: 24 * 400 }),
  })
  .map(({ at, zones, line, purpose, voice, hour }) => ({
    place: { ...at, zones, line },
    purpose,
    voice,
    at: Date.UTC(2026, 0, 1) + hour * 3_600_000,
  }))

const strength = (need: ConsentNeed) => consentNeeds.indexOf(need)

describe('the strictest of all that may apply', () => {
  test('is never looser than any single profile that applies', () =>
    fc.assert(
      fc.property(queries, query => {
        const all = lawFor(query, profiles, holidays)
        for (const profile of profiles.filter(each => appliesAt(each, query.place))) {
          const one = lawFor(query, [profile], holidays)
          const isOpen = (hours: typeof one.hours) => calendarState(hours, query.at).open
          expect(!isOpen(one.hours) && isOpen(all.hours)).toBe(false)
          expect(all.caps).toEqual(expect.arrayContaining([...one.caps]))
          expect(all.pauses).toEqual(expect.arrayContaining([...one.pauses]))
          expect(all.abandonment).toEqual(expect.arrayContaining([...one.abandonment]))
          expect(all.duties).toEqual(expect.arrayContaining([...one.duties]))
          expect(all.minRing?.seconds ?? 0).toBeGreaterThanOrEqual(one.minRing?.seconds ?? 0)
          expect(strength(all.consent.need)).toBeGreaterThanOrEqual(strength(one.consent.need))
        }
      }),
      { numRuns: 150 },
    ))

  test('has hours everywhere, from some profile', () =>
    fc.assert(
      fc.property(queries, query => {
        expect(lawFor(query, profiles, holidays).hours.length).toBeGreaterThan(0)
      }),
    ))

  test('does not depend on the order of the profiles, and lists the rules by id', () =>
    fc.assert(
      fc.property(
        queries,
        fc.shuffledSubarray([...profiles], { minLength: profiles.length }),
        (query, shuffled) => {
          const plain = (all: readonly Profile[]) => JSON.stringify(lawFor(query, all, holidays))
          expect(plain(shuffled)).toBe(plain(profiles))
          const ids = lawFor(query, profiles, holidays).rules.map(({ id }) => id)
          expect(ids).toEqual([...new Set(ids)].sort())
        },
      ),
      { numRuns: 50 },
    ))

  test('a region that is known has only its own rules, besides its country’s', () => {
    const ids = lawFor(queryOf({ country: 'US', region: 'TX' }), profiles, holidays).rules.map(({ id }) => id)
    expect(ids.filter(id => !id.startsWith('us/'))).toEqual(['us-tx/hours'])
  })

  test('hours that another rule implies are told once: of Texas and the federal ones only those of Texas', () => {
    const { hours, rules } = lawFor(queryOf({ country: 'US', region: 'TX' }), profiles, holidays)
    expect(hours.map(({ by }) => by)).toMatchObject([
      { is: 'law', rule: 'us-tx/hours', jurisdiction: 'Texas, US' },
    ])
    expect(rules.map(({ id }) => id)).toContain('us/hours')
  })

  test('one layer for each zone that the called party may be in', () => {
    const query = queryOf({ country: 'US', region: 'TX', zones: ['America/Chicago', 'America/Denver'] })
    expect(lawFor(query, profiles, holidays).hours.map(({ zone }) => zone)).toEqual([
      'America/Chicago',
      'America/Denver',
    ])
  })

  test('a country whose profile is switched off has the hours of anywhere else, never none', () => {
    const without = profiles.filter(({ id }) => id !== 'de')
    const found = lawFor(queryOf({ country: 'DE', zones: ['Europe/Berlin'] }), without, holidays)
    expect(openHours(found, 'tue', 'Europe/Berlin')).toBe('9:00-20:00')
  })
})

const rule = (more: Partial<ComplianceRule> = {}): ComplianceRule =>
  ({
    ref: { id: 'xx/ring', jurisdiction: 'Nowhere', text: 'Rings.', citation: 'None', verified: false },
    scope: { purposes: null, voice: null, line: null },
    from: null,
    to: null,
    is: 'ring',
    seconds: 20,
    ...more,
  }) as ComplianceRule
const profile = (...rules: ComplianceRule[]): Profile => ({
  id: 'xx',
  version: 1,
  jurisdiction: 'Nowhere',
  where: { is: 'countries', countries: ['JP'], region: null },
  rules,
})
const ringOf = (found: ComplianceRule, query: LawQuery) =>
  lawFor(query, [profile(found)], holidays).minRing?.seconds ?? null

describe('a rule applies', () => {
  const zones = ['Asia/Tokyo', 'Pacific/Honolulu']
  const at = (time: string, zone: string) => ({ ...queryOf({ country: 'JP', zones }), at: local(time, zone) })

  test('from its first local date on, as soon as that has come in one candidate zone', () => {
    const found = rule({ from: '2026-10-01' })
    expect(ringOf(found, at('2026-09-30 23:59', 'Asia/Tokyo'))).toBeNull()
    expect(ringOf(found, at('2026-10-01 00:00', 'Asia/Tokyo'))).toBe(20)
  })

  test('until the end of its last local date, in every candidate zone', () => {
    const found = rule({ to: '2026-10-01' })
    expect(ringOf(found, at('2026-10-01 23:59', 'Pacific/Honolulu'))).toBe(20)
    expect(ringOf(found, at('2026-10-02 00:00', 'Pacific/Honolulu'))).toBeNull()
  })

  test('only to its purposes, its kind of voice, its kind of line', () => {
    const scoped = rule({ scope: { purposes: ['survey'], voice: 'bridged', line: 'mobile' } })
    const asked = { country: 'JP', zones, purpose: 'survey', voice: 'bridged', line: 'mobile' } as const
    expect(ringOf(scoped, queryOf(asked))).toBe(20)
    expect(ringOf(scoped, queryOf({ ...asked, purpose: 'marketing' }))).toBeNull()
    expect(ringOf(scoped, queryOf({ ...asked, voice: 'automated' }))).toBeNull()
    expect(ringOf(scoped, queryOf({ ...asked, line: 'fixed' }))).toBeNull()
  })

  test('to a line of unknown kind as to any', () =>
    expect(
      ringOf(
        rule({ scope: { purposes: null, voice: null, line: 'mobile' } }),
        queryOf({ country: 'JP', zones }),
      ),
    ).toBe(20))
})

test('of several ring times the longest, with its rule', () => {
  const longer = rule({ ref: { ...rule().ref, id: 'xx/longer' }, seconds: 25 } as Partial<ComplianceRule>)
  const { minRing } = lawFor(queryOf({ country: 'JP' }), [profile(rule(), longer)], holidays)
  expect(minRing).toMatchObject({ seconds: 25, rule: { id: 'xx/longer' } })
})
