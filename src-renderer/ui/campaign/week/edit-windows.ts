import { type DayWindow, dayMinutes, endOf, inOrder } from '../../../format/week.ts'

export type Edge = 'from' | 'to'

export const stepMinutes = 15
const freshMinutes = 120

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
const onStep = (minute: number) => Math.round(minute / stepMinutes) * stepMinutes

/** How far an edge may go: to its neighbours, one step before its other edge, and a full day at most. */
export function roomOf(windows: readonly DayWindow[], index: number, edge: Edge) {
  const window = windows[index]
  if (!window) return { least: 0, most: dayMinutes }
  const before = windows[index - 1]
  const after = windows[index + 1]
  return edge === 'from'
    ? {
        least: before ? endOf(before) : 0,
        most: Math.min(endOf(window) - stepMinutes, dayMinutes - stepMinutes),
      }
    : { least: window.from + stepMinutes, most: after ? after.from : window.from + dayMinutes }
}

/** The day with one edge moved to a minute, which may lie on the next day; windows stay in order and apart. */
export function moveEdge(
  windows: readonly DayWindow[],
  index: number,
  edge: Edge,
  minute: number,
): readonly DayWindow[] {
  const { least, most } = roomOf(windows, index, edge)
  const place = within(onStep(minute), least, most)
  return windows.map((window, at) => {
    if (at !== index) return window
    const from = edge === 'from' ? place : window.from
    const end = edge === 'to' ? place : endOf(window)
    return { from, to: end > dayMinutes ? end - dayMinutes : end }
  })
}

/** One window more: after the last one, else in the first gap that has room; the same day where none has. */
export function addWindow(windows: readonly DayWindow[]): readonly DayWindow[] {
  const last = windows.at(-1)
  if (!last) return [{ from: 9 * 60, to: 18 * 60 }]
  const ends = [0, ...windows.map(endOf)]
  const starts = [...windows.map(({ from }) => from), dayMinutes]
  const gaps = ends.map((from, index) => ({ from, to: starts[index] ?? dayMinutes }))
  const behind = gaps.at(-1)
  const pause = 60
  if (behind && behind.to - behind.from > pause) {
    const from = behind.from + pause
    return [...windows, { from, to: Math.min(from + freshMinutes, dayMinutes) }]
  }
  const gap = gaps.toReversed().find(({ from, to }) => to - from >= stepMinutes)
  if (!gap) return windows
  return inOrder([...windows, { from: Math.max(gap.from, gap.to - freshMinutes), to: gap.to }])
}

export interface Scale {
  readonly from: number
  readonly to: number
}

const usual: Scale = { from: 6 * 60, to: 22 * 60 }
const whole: Scale = { from: 0, to: dayMinutes }

/** The hours that the tracks of a week show: 06 to 22, or the whole day where a window lies outside. */
export const scaleOf = (days: readonly (readonly DayWindow[])[]): Scale =>
  days.flat().some(window => window.from < usual.from || endOf(window) > usual.to) ? whole : usual

/** What is drawn on a day: its windows up to midnight, and what the day before left over. */
export function piecesOf(today: readonly DayWindow[], yesterday: readonly DayWindow[]): readonly Scale[] {
  const left = yesterday.filter(window => endOf(window) > dayMinutes).map(({ to }) => ({ from: 0, to }))
  return [...left, ...today.map(window => ({ from: window.from, to: Math.min(endOf(window), dayMinutes) }))]
}

/** The minutes that both share, as pieces. */
export const shared = (some: readonly Scale[], others: readonly Scale[]): readonly Scale[] =>
  some.flatMap(one =>
    others
      .map(other => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => from < to),
  )
