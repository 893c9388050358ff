import type { BusinessHours } from '../../src-main/domain/business-hours.ts'
import { type CampaignSettings, campaignDefaults } from '../../src-main/domain/campaign.ts'
import { purposes } from '../../src-main/domain/compliance/law.ts'
import type { E164, Instant } from '../../src-main/domain/ids.ts'
import { type CallWindow, type Schedule, weekdays } from '../../src-main/domain/schedule.ts'
import type { Luck } from './luck.ts'
import { type Region, regions } from './places.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What a run begins with. */
export interface Plan {
  readonly start: Instant
  readonly days: number
  readonly people: readonly Person[]
  readonly numbers: readonly CallerId[]
  readonly campaigns: readonly PlannedCampaign[]
  readonly businessHours: Omit<BusinessHours, 'id'>
  /** `US 2026-03-09` */
  readonly holidays: ReadonlySet<string>
}

export interface Person {
  /** The number that is known first, and perhaps another. */
  readonly phones: readonly [E164, ...E164[]]
  readonly region: Region
  readonly agreed: boolean
}

export interface CallerId {
  readonly e164: E164
  /** Its days count for the daily cap. */
  readonly zone: string
}

export interface PlannedCampaign {
  readonly name: string
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  readonly usesBusinessHours: boolean
  readonly people: readonly Person[]
  readonly numbers: readonly CallerId[]
  /** Places of its trunks among the two that there are, preferred first. */
  readonly group: readonly number[]
}

/** Days in 2026 on which clocks change in some of the regions. */
const clockChanges = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-09-06', '2026-10-25', '2026-11-01']

const callerIds: readonly CallerId[] = [
  { e164: '+493022700001', zone: 'Europe/Berlin' },
  { e164: '+12127360001', zone: 'America/New_York' },
  { e164: '+61292300001', zone: 'Australia/Sydney' },
  { e164: '+442072100001', zone: 'Europe/London' },
]

export function makePlan(luck: Luck): Plan {
  const { between, chance, oneOf, some } = luck
  const start = Date.parse(oneOf(clockChanges)) - between(0, 3) * DAY + between(0, 24) * HOUR
  const days = between(3, 6)
  const around = some(regions, between(2, 6))
  const people = Array.from({ length: between(8, 22) }, (_, index): Person => {
    const region = oneOf(around)
    const other = chance(0.2) ? [`${region.prefix}${3000 + index}`] : []
    return { phones: [`${region.prefix}${2000 + index}`, ...other], region, agreed: chance(0.85) }
  })
  const numbers = some(callerIds, between(1, 3))
  const countries = [...new Set(around.map(({ place }) => place.country))]
  const holidays = some(
    countries.flatMap(country =>
      Array.from({ length: days }, (_, day) => `${country} ${dateAt(start + day * DAY)}`),
    ),
    between(0, 3),
  )
  return {
    start,
    days,
    people,
    numbers,
    holidays: new Set(holidays),
    businessHours: {
      name: 'Office',
      zone: oneOf(around).place.zones[0] ?? 'UTC',
      windows: anyWindows(luck),
      holidays: chance(0.5) ? { country: countries[0] ?? 'DE', region: null } : null,
      closedDays: chance(0.5) ? [{ date: dateAt(start + between(0, days) * DAY), name: 'Closed' }] : [],
    },
    campaigns: ['Reminders', 'Survey'].map(name => ({
      name,
      settings: anySettings(luck),
      schedule: anySchedule(luck, around, start),
      usesBusinessHours: chance(0.25),
      people: some(people, between(Math.ceil(people.length / 2), people.length)),
      numbers: some(numbers, between(1, numbers.length)),
      group: oneOf([[0], [0, 1], [0, 1], [1, 0]]),
    })),
  }
}

const dateAt = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

export function anySettings({ between, chance, oneOf }: Luck): CampaignSettings {
  return {
    ...campaignDefaults,
    maxConcurrentCalls: between(1, 5),
    intervalMs: oneOf([0, 0, 1, 5_000, 30_000, 600_000]),
    callsPerHour: chance(0.4) ? between(1, 20) : null,
    ringSeconds: oneOf([10, 15, 30, 60]),
    maxRetries: between(0, 4),
    retryMinutes: oneOf([1, 15, 60, 300, 1440]),
    retryMinutesAfter: chance(0.5) ? { busy: between(1, 60), voicemail: between(1, 500) } : {},
    varyTimeOfDay: chance(0.5),
    attemptsPerDay: between(1, 4),
    attemptsPerWeek: between(1, 8),
    completionMinutes: chance(0.6) ? 0 : between(1, 600),
    purpose: oneOf(purposes),
    consent: oneOf(['law', 'law', 'none', 'express']),
    budgetMicros: chance(0.1) ? between(1, 10) * 200_000 : null,
    numbersWaitHours: between(1, 72),
    providerErrorCalls: between(5, 20),
    keepLive: chance(0.1),
    resumeByItself: chance(0.08) ? ['provider_error', 'numbers_exhausted'] : [],
    rotation: {
      ...campaignDefaults.rotation,
      strategy: oneOf(['round_robin', 'lowest_spam', 'least_used_today', 'weighted']),
      localMatch: oneOf(['off', 'area', 'country']),
      maxCallsPerDay: between(2, 30),
    },
  }
}

export function anySchedule(luck: Luck, around: readonly Region[], start: Instant): Schedule {
  const { between, chance, oneOf } = luck
  return {
    zone: oneOf(around).place.zones[0] ?? 'UTC',
    windows: anyWindows(luck),
    startsAt: chance(0.2) ? start + between(0, 30) * HOUR : null,
    endsAt: chance(0.15) ? start + between(30, 140) * HOUR : null,
    respectContactZone: chance(0.7),
    anyTime: false,
  }
}

/** Office hours, nights, several windows a day, days without any: most days open at some time. */
function anyWindows({ between, chance, oneOf }: Luck): Schedule['windows'] {
  const quarter = (from: number, to: number) => between(from, to) * 15
  const window = (): CallWindow =>
    oneOf([
      { from: quarter(24, 48), to: quarter(60, 88) },
      { from: quarter(0, 95), to: quarter(0, 96) },
      { from: 0, to: 1440 },
    ])
  return Object.fromEntries(
    weekdays
      .filter(() => chance(0.85))
      .map(day => [day, Array.from({ length: between(1, 3) }, window)] as const),
  )
}
