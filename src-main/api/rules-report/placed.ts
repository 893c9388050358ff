import type { Law } from '../../domain/compliance/law.ts'
import type { Calendar, CalendarState } from '../../domain/hours.ts'
import type { WaitingPlace } from '../../store/read-campaign-places.ts'

/** A place where contacts wait, with the law there and the hours in which they may be called. */
export interface Placed extends WaitingPlace {
  readonly law: Law
  readonly calendar: Calendar
  readonly state: CalendarState
}
