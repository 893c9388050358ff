export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export const dayMinutes = 1440

const two = (value: number) => String(value).padStart(2, '0')

/** Minutes after midnight as `09:30`; the end of a day is `24:00`. */
export const minuteOfDay = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** `9`, `9:30`, `0930` or `09.30` as minutes; `undefined` for what is no time of day. */
export function readMinute(typed: string): number | undefined {
  const parts = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*$/.exec(typed)
  if (!parts) return undefined
  const hours = Number(parts[1])
  const minutes = Number(parts[2] ?? 0)
  const all = hours * 60 + minutes
  return minutes < 60 && all <= dayMinutes ? all : undefined
}

/** [from, to) on one day; a `to` at or before `from` lies on the next day. */
export interface DayWindow {
  readonly from: number
  readonly to: number
}

export type WeekWindows = Readonly<Record<Weekday, readonly DayWindow[]>>

/** Where it ends, counted from the midnight on which its day began. */
export const endOf = ({ from, to }: DayWindow) => (to <= from ? to + dayMinutes : to)

/** `09:00–12:30` */
export const rangeText = ({ from, to }: DayWindow) => `${minuteOfDay(from)}–${minuteOfDay(to)}`

/** `09:00–12:30, 13:30–18:00` */
export const rangesText = (windows: readonly DayWindow[]) => windows.map(rangeText).join(', ')

/** `9-18`, `09:00–12:30`, `22 to 2`, `9 bis 18`; `undefined` for what is no window. */
export function readRange(typed: string): DayWindow | undefined {
  const [start = '', end = '', ...others] = typed.split(/\s*(?:-|–|to|bis)\s*/)
  const from = readMinute(start)
  const to = readMinute(end)
  if (from === undefined || to === undefined || others.length > 0) return undefined
  if (from === dayMinutes) return undefined
  return { from, to: to === 0 ? dayMinutes : to }
}

/** What a person types for a day, in order of time; nothing means no window, `undefined` that it cannot be read. */
export function readRanges(typed: string): DayWindow[] | undefined {
  if (typed.trim() === '') return []
  const ranges: DayWindow[] = []
  for (const part of typed.split(/[,;]/)) {
    const range = readRange(part)
    if (!range) return undefined
    ranges.push(range)
  }
  return inOrder(ranges)
}

export const inOrder = (windows: readonly DayWindow[]) => windows.toSorted((a, b) => a.from - b.from)

/** The first two windows of a day that share a minute; `undefined` when none do. */
export function overlapOf(windows: readonly DayWindow[]): readonly [DayWindow, DayWindow] | undefined {
  const sorted = inOrder(windows)
  for (const [index, next] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before && next.from < endOf(before)) return [before, next]
  }
  return undefined
}

/** Open hours of a week; what two windows share counts once. */
export function openHours(windows: Readonly<Partial<Record<Weekday, readonly DayWindow[]>>>): number {
  const week = weekdays.length * dayMinutes
  const spans = weekdays
    .flatMap((day, index) =>
      (windows[day] ?? []).flatMap(window => {
        const from = index * dayMinutes + window.from
        const to = index * dayMinutes + endOf(window)
        return to <= week
          ? [{ from, to }]
          : [
              { from, to: week },
              { from: 0, to: to - week },
            ]
      }),
    )
    .sort((a, b) => a.from - b.from)
  let minutes = 0
  let reached = 0
  for (const { from, to } of spans) {
    minutes += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return minutes / 60
}
