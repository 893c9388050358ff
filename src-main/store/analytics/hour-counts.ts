import type { HourCalls } from '../../domain/analytics/best-hours.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { Instant } from '../../domain/ids.ts'

/** Calls by the hour in which they left and the zones to which they went. */
export interface HourCounts {
  /** @param zones the same array for the same zones */
  add(hour: Instant, zones: readonly string[], result: CallResult, calls: number): void
  list(): readonly HourCalls[]
}

interface Counted extends HourCalls {
  calls: number
  human: number
}

export function createHourCounts(): HourCounts {
  const byZones = new Map<readonly string[], Map<Instant, Counted>>()
  return {
    add: (hour, zones, result, calls) => {
      const hours = byZones.get(zones) ?? new Map<Instant, Counted>()
      byZones.set(zones, hours)
      const counted = hours.get(hour) ?? { hour, zones, calls: 0, human: 0 }
      hours.set(hour, counted)
      counted.calls += calls
      if (result === 'answered') counted.human += calls
    },
    list: () => [...byZones.values()].flatMap(hours => [...hours.values()]),
  }
}
