import { calendarState } from '../../domain/calendar.ts'
import type { Calendar, CalendarState } from '../../domain/hours.ts'
import type { Instant } from '../../domain/ids.ts'
import { createEventHeap } from './event-heap.ts'
import type { TurnOrder } from './turn-order.ts'

/** Opens and closes the places at which somebody waits, as the time goes on. */
export interface PlaceHours {
  /** Somebody waits there now. */
  watch(place: number, now: Instant): void
  /** Everything that has opened or closed by now. */
  goTo(now: Instant): void
  /** When the next watched place opens or closes. */
  next(): Instant
  /** Of a watched place. */
  state(place: number): CalendarState | undefined
}

export function createPlaceHours(calendars: readonly Calendar[], turns: TurnOrder): PlaceHours {
  const flips = createEventHeap<number>()
  const states: (CalendarState | undefined)[] = calendars.map(() => undefined)

  const look = (place: number, now: Instant): void => {
    const state = calendarState(calendars[place] as Calendar, now)
    states[place] = state
    turns.setOpen(place, state.open)
    flips.add(state.until, place)
  }
  return {
    watch: (place, now) => {
      if (states[place] === undefined) look(place, now)
    },
    goTo: now => {
      while (flips.next() <= now) {
        const place = flips.take() as number
        if (turns.waitingAt(place) > 0) look(place, now)
        else {
          states[place] = undefined
          turns.setOpen(place, false)
        }
      }
    },
    next: () => flips.next(),
    state: place => states[place],
  }
}
