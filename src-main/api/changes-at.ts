import type { CalendarState } from '../domain/hours.ts'
import type { Instant } from '../domain/ids.ts'
import { HORIZON } from '../domain/schedule.ts'

/** When a light turns from open to closed or back; `null`: not within the year that is looked ahead. */
export const changesAt = ({ open, until, opensAt }: CalendarState, at: Instant): Instant | null => {
  if (!open) return opensAt
  return until - at >= HORIZON ? null : until
}
