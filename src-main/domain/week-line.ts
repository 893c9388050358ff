import { type CallWindow, type Weekday, weekdays } from './schedule.ts'

/** Minutes of a week from Monday 00:00, [from, to), 0–10,080; sorted, apart from each other. */
export type WeekTimes = readonly CallWindow[]

const DAY = 1440
export const WEEK = 7 * DAY

/** Windows of the days as times of the week; what runs over the end of Sunday goes on at Monday. */
export function weekTimes(windows: Readonly<Partial<Record<Weekday, readonly CallWindow[]>>>): WeekTimes {
  const times = weekdays.flatMap((day, at) =>
    (windows[day] ?? []).map(({ from, to }) => ({
      from: at * DAY + from,
      to: at * DAY + (to <= from ? to + DAY : to),
    })),
  )
  return merged(times.flatMap(aroundTheWeek))
}

/** The same times on a clock that runs so many minutes ahead. */
export const shifted = (times: WeekTimes, minutes: number): WeekTimes =>
  merged(
    times.flatMap(({ from, to }) => {
      const start = (((from + minutes) % WEEK) + WEEK) % WEEK
      return aroundTheWeek({ from: start, to: start + to - from })
    }),
  )

/** What of `times` is not in `others`. */
export function without(times: WeekTimes, others: WeekTimes): WeekTimes {
  const left: CallWindow[] = []
  for (const { from, to } of times) {
    let at = from
    for (const other of others) {
      if (other.to <= at || other.from >= to) continue
      if (other.from > at) left.push({ from: at, to: other.from })
      at = other.to
    }
    if (at < to) left.push({ from: at, to })
  }
  return left
}

export interface WeighedTime {
  readonly day: Weekday
  /** Minutes of that day, [from, to). */
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** How much weight lies on each part of the week, cut at midnight; parts without any are left out. */
export function weighed(
  all: readonly { readonly times: WeekTimes; readonly weight: number }[],
): readonly WeighedTime[] {
  const edges = new Set(weekdays.map((_, at) => at * DAY))
  for (const { times } of all) for (const { from, to } of times) edges.add(from).add(to)
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.flatMap((from, at) => {
    const to = sorted[at + 1] ?? WEEK
    const weight = all.reduce((sum, each) => (covers(each.times, from) ? sum + each.weight : sum), 0)
    const day = weekdays[Math.floor(from / DAY)]
    if (weight === 0 || day === undefined || from >= to) return []
    const midnight = Math.floor(from / DAY) * DAY
    return [{ day, from: from - midnight, to: to - midnight, weight }]
  })
}

const covers = (times: WeekTimes, minute: number): boolean =>
  times.some(({ from, to }) => from <= minute && minute < to)

const aroundTheWeek = ({ from, to }: CallWindow): CallWindow[] =>
  to <= WEEK
    ? [{ from, to }]
    : [
        { from, to: WEEK },
        { from: 0, to: Math.min(to - WEEK, WEEK) },
      ]

/** Times in any order as times of the week. */
export function merged(times: readonly CallWindow[]): WeekTimes {
  const result: CallWindow[] = []
  for (const { from, to } of [...times].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last === undefined || last.to < from) result.push({ from, to })
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, to) }
  }
  return result
}
