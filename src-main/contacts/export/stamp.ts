import type { Instant } from '../../domain/ids.ts'
import { localTime } from '../../domain/zone-clock.ts'

/** Writes an instant for a cell; `null` stays empty. */
export type Stamp = (at: Instant | null) => string | null

/** `2026-11-26 09:00:12`, wall clock of a zone: sorts as text, and every spreadsheet reads it. */
export const stampIn =
  (zone: string): Stamp =>
  at =>
    at === null ? null : new Date(localTime(zone, at)).toISOString().slice(0, 19).replace('T', ' ')

/** `2026-11-26T08:00:12.000Z`, for programs. */
export const stampUtc: Stamp = at => (at === null ? null : new Date(at).toISOString())

/** Whole seconds. */
export const secondsOf = (ms: number): number => Math.round(ms / 1000)
