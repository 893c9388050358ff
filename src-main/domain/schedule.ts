import type { Instant } from './ids.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Minutes of the day [from, to): 0–1440. `to` at or before `from` runs over midnight into the next day. */
export interface CallWindow {
  readonly from: number
  readonly to: number
}

/** When calls of a campaign may start. */
export interface Schedule {
  /** IANA zone in which the windows are read. */
  readonly zone: string
  readonly windows: Readonly<Partial<Record<Weekday, readonly CallWindow[]>>>
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  /** Lifts the windows; honoured only where the trunk is on loopback. */
  readonly anyTime: boolean
}
