import type { Instant } from '../ids.ts'
import { hourOfWeek } from '../zone-clock.ts'

/** Ended calls that left within a quarter of an hour to one place. */
export interface QuarterCount {
  /** First instant of the quarter. */
  readonly quarter: Instant
  /** IANA zone on whose clock they count. */
  readonly zone: string
  readonly calls: number
  /** Those in which a person answered. */
  readonly people: number
}

/** All calls that left at this hour of this day of the week. */
export interface HeatCell {
  /** 1: Monday, 7: Sunday. */
  readonly day: number
  /** 0–23 */
  readonly hour: number
  readonly calls: number
  readonly people: number
}

/** Whose clock tells the hour of a call. */
export const heatClocks = ['contact', 'campaign'] as const
export type HeatClock = (typeof heatClocks)[number]

/** A rate of fewer calls says little and is shown as unsure. */
export const SURE_CALLS = 20

const HOURS_OF_WEEK = 7 * 24

/** Hours of the week with at least one call, in their order. @param before what was counted already */
export function heatmap(
  counts: Iterable<QuarterCount>,
  before: readonly HeatCell[] = [],
): readonly HeatCell[] {
  const calls = new Array<number>(HOURS_OF_WEEK).fill(0)
  const people = new Array<number>(HOURS_OF_WEEK).fill(0)
  for (const cell of before) {
    const hour = (cell.day - 1) * 24 + cell.hour
    calls[hour] = cell.calls
    people[hour] = cell.people
  }
  for (const count of counts) {
    const hour = hourOfWeek(count.zone, count.quarter)
    calls[hour] = (calls[hour] ?? 0) + count.calls
    people[hour] = (people[hour] ?? 0) + count.people
  }
  return calls.flatMap((made, hour) =>
    made === 0
      ? []
      : [{ day: Math.floor(hour / 24) + 1, hour: hour % 24, calls: made, people: people[hour] ?? 0 }],
  )
}
