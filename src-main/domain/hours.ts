import type { Instant } from './ids.ts'
import type { CallWindow, Weekday } from './schedule.ts'

/** Windows of a week on the wall clock of one zone, closed on some dates. */
export interface HoursLayer {
  readonly zone: string
  readonly windows: Readonly<Partial<Record<Weekday, readonly CallWindow[]>>>
  /** Why nothing opens on this local date (`2026-11-26`): the name of the holiday; `null`: an ordinary day. */
  readonly closedOn: (date: string) => string | null
  readonly by: LayerSource
}

export type LayerSource =
  | { readonly is: 'campaign' }
  | { readonly is: 'business-hours'; readonly name: string }
  /** Id, jurisdiction and text of the rule. */
  | { readonly is: 'law'; readonly rule: string; readonly jurisdiction: string; readonly text: string }

/** When calls to one place may start: all layers must be open. */
export type Calendar = readonly HoursLayer[]

/** What a calendar says at an instant, and how long it goes on saying so. */
export interface CalendarState {
  readonly open: boolean
  /** The answer is the same until then. */
  readonly until: Instant
  /** While closed: when calls may start next; `null`: never within the horizon of a year. While open: now. */
  readonly opensAt: Instant | null
  /** While closed: the layer that keeps it closed longest, and the holiday if that is why. */
  readonly closedBy: { readonly layer: HoursLayer; readonly holiday: string | null } | null
}
