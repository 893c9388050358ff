import { assertNever } from '../assert-never.ts'
import type { CalendarState } from '../hours.ts'

/** Words for the layer that keeps a place closed longest. */
export function closedBy({ closedBy: by }: CalendarState): string {
  if (by === null) return 'call hours'
  return by.holiday === null ? layerName(by.layer.by) : `${layerName(by.layer.by)}, ${by.holiday}`
}

function layerName(by: NonNullable<CalendarState['closedBy']>['layer']['by']): string {
  switch (by.is) {
    case 'campaign':
      return 'call hours'
    case 'business-hours':
      return `business hours “${by.name}”`
    case 'law':
      return `the hours of ${by.jurisdiction}`
    default:
      return assertNever(by)
  }
}

/** In which its next opening is told. */
export const closedZone = ({ closedBy: by }: CalendarState, zone: string): string => by?.layer.zone ?? zone
