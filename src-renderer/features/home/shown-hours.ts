import type { DayOutlook } from '../../../src-main/contract/outlook.ts'
import type { WorkspaceLive } from '../../../src-main/contract/workspace.ts'

const firstHour = 7
const lastHour = 20

export interface DayHours {
  readonly hours: WorkspaceLive['today']['hours']
  /** Still to come. */
  readonly forecast: DayOutlook['hours']
}

/** The working day, and any hour outside it that had calls or will have some. */
export function shownHours({ hours, forecast }: DayHours) {
  const byHour = new Map(hours.map(hour => [hour.hour, hour]))
  const toCome = new Map(forecast.map(({ hour, calls }) => [hour, calls]))
  const called = hours.filter(hour => hour.human + hour.machine + hour.other > 0).map(({ hour }) => hour)
  const from = Math.min(firstHour, ...called, ...toCome.keys())
  const to = Math.max(lastHour, ...called, ...toCome.keys())
  return Array.from({ length: to - from + 1 }, (_, step) => ({
    ...(byHour.get(from + step) ?? { hour: from + step, human: 0, machine: 0, other: 0 }),
    forecast: toCome.get(from + step) ?? 0,
  }))
}
