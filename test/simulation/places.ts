import { type Purpose, purposes } from '../../src-main/domain/compliance/law.ts'
import type { HoursLayer } from '../../src-main/domain/hours.ts'
import type { E164 } from '../../src-main/domain/ids.ts'
import type { Place } from '../../src-main/domain/place.ts'
import type { CallWindow } from '../../src-main/domain/schedule.ts'

/**
 * Where simulated people live, with the law there as compliance.md section 2 tells it, written down a second time:
 * for calls by an automated voice. What the program reads from its own profiles is not asked.
 */
export interface Region {
  readonly name: string
  readonly place: Place
  /** Digits of a landline there that four more complete. */
  readonly prefix: E164
  /** Monday to Friday, Saturday, Sunday. */
  readonly week: readonly [readonly CallWindow[], readonly CallWindow[], readonly CallWindow[]]
  readonly closedOnHolidays: boolean
  /** At most so many attempts in so many hours. */
  readonly cap: { readonly attempts: number; readonly hours: number } | null
  /** Calls for these purposes that a machine makes only to those who agreed. */
  readonly needsConsent: readonly Purpose[]
}

const hours = (from: number, to: number): CallWindow => ({ from: from * 60, to: to * 60 })
const daily = (from: number, to: number): Region['week'] => [
  [hours(from, to)],
  [hours(from, to)],
  [hours(from, to)],
]

const region = (
  name: string,
  prefix: E164,
  country: string,
  zones: readonly string[],
  law: Partial<Omit<Region, 'name' | 'place' | 'prefix'>> & { readonly state?: string } = {},
): Region => ({
  name,
  prefix,
  place: { country, region: law.state ?? null, zones, line: 'fixed' },
  week: law.week ?? daily(9, 20),
  closedOnHolidays: law.closedOnHolidays ?? false,
  cap: law.cap ?? null,
  needsConsent: law.needsConsent ?? [],
})

const always = { needsConsent: purposes }
const toSell = { needsConsent: ['marketing'] } as const
const toSellOrAsk = { needsConsent: ['marketing', 'survey'] } as const

export const regions: readonly Region[] = [
  region('Berlin', '+49302270', 'DE', ['Europe/Berlin'], { week: daily(8, 20), ...toSellOrAsk }),
  region('London', '+4420721', 'GB', ['Europe/London'], { week: daily(8, 21), ...toSell }),
  region('Paris', '+3314262', 'FR', ['Europe/Paris'], {
    week: [[hours(10, 13), hours(14, 20)], [], []],
    closedOnHolidays: true,
    cap: { attempts: 4, hours: 30 * 24 },
    ...toSell,
  }),
  region('New York', '+1212736', 'US', ['America/New_York'], { state: 'NY', week: daily(8, 21), ...always }),
  region('Miami', '+1305372', 'US', ['America/New_York'], {
    state: 'FL',
    week: daily(8, 20),
    cap: { attempts: 3, hours: 24 },
    ...always,
  }),
  region('Pensacola', '+1850434', 'US', ['America/Chicago', 'America/New_York'], {
    state: 'FL',
    week: daily(8, 20),
    cap: { attempts: 3, hours: 24 },
    ...always,
  }),
  region('Dallas', '+1214741', 'US', ['America/Chicago'], {
    state: 'TX',
    week: [[hours(9, 21)], [hours(9, 21)], [hours(12, 21)]],
    ...always,
  }),
  region('Toronto', '+1416863', 'CA', ['America/Toronto'], {
    state: 'ON',
    week: [[hours(9, 21.5)], [hours(10, 18)], [hours(10, 18)]],
    ...toSell,
  }),
  region('Sydney', '+6129230', 'AU', ['Australia/Sydney'], {
    week: [[hours(9, 20)], [hours(9, 17)], []],
    closedOnHolidays: true,
  }),
  region('Auckland', '+649379', 'NZ', ['Pacific/Auckland']),
  region('Santiago', '+5622671', 'CL', ['America/Santiago']),
  region('Cairo', '+2022795', 'EG', ['Africa/Cairo']),
  region('Beirut', '+96119', 'LB', ['Asia/Beirut']),
  region('Casablanca', '+2125222', 'MA', ['Africa/Casablanca']),
]

/** The law's hours as pages of a diary, one for each zone that a number there may stand in. */
export function lawfulHours(
  { name, place, week, closedOnHolidays }: Region,
  isHoliday: (country: string, date: string) => boolean,
): readonly HoursLayer[] {
  const [working, saturday, sunday] = week
  const windows = {
    mon: working,
    tue: working,
    wed: working,
    thu: working,
    fri: working,
    sat: saturday,
    sun: sunday,
  }
  const { country } = place
  const closedOn = (date: string) =>
    closedOnHolidays && country !== null && isHoliday(country, date) ? 'Holiday' : null
  return place.zones.map(zone => ({
    zone,
    windows,
    closedOn,
    by: { is: 'law', rule: name, jurisdiction: name, text: '' },
  }))
}
