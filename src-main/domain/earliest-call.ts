import { calendarState } from './calendar.ts'
import type { Hold } from './holds/hold.ts'
import type { Calendar } from './hours.ts'
import type { Instant } from './ids.ts'

/** Hold that ends with an event which may come at any moment: a call that is over. */
const passing: ReadonlySet<Hold['is']> = new Set([
  'campaign-full',
  'abandonment',
  'trunk-full',
  'workspace-full',
  'number-busy',
  'on-call',
])

/** When a contact could be called first: all holds over, and its place open. `null`: no time can be told. */
export function earliestCall(holds: readonly Hold[], calendar: Calendar, now: Instant): Instant | null {
  let earliest = now
  for (const { is, until } of holds) {
    if (passing.has(is)) continue
    if (until === null) return null
    earliest = Math.max(earliest, until)
  }
  return calendarState(calendar, earliest).opensAt
}
