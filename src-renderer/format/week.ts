export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

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
  return minutes < 60 && all <= 1440 ? all : undefined
}

export interface DayWindow {
  readonly from: number
  readonly to: number
}

/** `09:00–12:30, 13:30–18:00` */
export const rangesText = (windows: readonly DayWindow[]) =>
  windows.map(({ from, to }) => `${minuteOfDay(from)}–${minuteOfDay(to)}`).join(', ')

/** Reads what a person types for a day; nothing means no calls, `undefined` that it cannot be read. */
export function readRanges(typed: string): DayWindow[] | undefined {
  if (typed.trim() === '') return []
  const ranges: DayWindow[] = []
  for (const part of typed.split(/[,;]/)) {
    const [start = '', end = '', ...others] = part.split(/\s*(?:-|–|to)\s*/)
    const from = readMinute(start)
    const to = readMinute(end)
    if (from === undefined || to === undefined || others.length > 0 || from >= to) return undefined
    ranges.push({ from, to })
  }
  ranges.sort((a, b) => a.from - b.from)
  const overlaps = ranges.some(({ from }, index) => index > 0 && from < (ranges[index - 1]?.to ?? 0))
  return overlaps ? undefined : ranges
}

export const openHours = (windows: Readonly<Partial<Record<Weekday, readonly DayWindow[]>>>) =>
  weekdays.reduce(
    (sum, day) => sum + (windows[day] ?? []).reduce((day, { from, to }) => day + to - from, 0),
    0,
  ) / 60
