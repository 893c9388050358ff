import { assertNever } from './assert-never.ts'
import type { CalendarState } from './hours.ts'
import type { Instant } from './ids.ts'
import type { LeadHold, LeadStatus } from './lead.ts'
import { wallClock } from './schedule.ts'

export interface WaitingLead {
  readonly status: LeadStatus
  readonly readyAt: Instant
  readonly hold: LeadHold | null
}

/** Where it would be called now. */
export interface PlaceOfLead {
  readonly zone: string
  readonly calendar: Pick<CalendarState, 'open' | 'opensAt'>
}

/** What a contact of a running campaign waits for, in a few words for its row; empty: its turn, or nothing. */
export function shortWait(
  { status, readyAt, hold }: WaitingLead,
  { zone, calendar }: PlaceOfLead,
  now: Instant,
): string {
  if (status !== 'pending' && status !== 'retry') return ''
  if (readyAt > now) return words(hold ?? 'retry_interval')
  if (calendar.open) return ''
  return calendar.opensAt === null ? 'hours that never open' : `opens ${wallClock(calendar.opensAt, zone)}`
}

function words(hold: LeadHold): string {
  switch (hold) {
    case 'retry_interval':
      return 'next retry'
    case 'agreed_time':
      return 'agreed time'
    case 'trunk_refused':
      return 'trunk refused'
    case 'peer_silent':
      return 'trunk silent'
    case 'day_cap':
      return 'cap of the day'
    case 'week_cap':
      return 'cap of 7 days'
    case 'law_cap':
      return 'legal cap'
    case 'law_pause':
      return 'legal pause'
    default:
      return assertNever(hold)
  }
}
