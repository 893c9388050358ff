import type { BusinessHoursId } from './ids.ts'
import type { Schedule } from './schedule.ts'

/** Shared hours under a name, which campaigns use instead of windows of their own. */
export interface BusinessHours {
  readonly id: BusinessHoursId
  readonly name: string
  /** IANA zone in which the windows are read, unless the campaign reads them in the contact's. */
  readonly zone: string
  readonly windows: Schedule['windows']
  /** Closed on the public holidays of a country, and of a region of it (ISO 3166-2 without the country). */
  readonly holidays: { readonly country: string; readonly region: string | null } | null
  readonly closedDays: readonly ClosedDay[]
}

export interface ClosedDay {
  /** Local date: `2026-12-24`. */
  readonly date: string
  readonly name: string
}
