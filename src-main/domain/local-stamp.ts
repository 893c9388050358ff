import type { Instant } from './ids.ts'
import { localTime } from './zone-clock.ts'

/** "2026-11-26 09:00 Europe/Berlin". */
export const localStamp = (at: Instant, zone: string): string =>
  `${new Date(localTime(zone, at)).toISOString().slice(0, 16).replace('T', ' ')} ${zone}`
