import { SURE_CALLS } from '../../../../../src-main/contract/heat-scale.ts'
import type { CampaignHeatmap } from '../../../../../src-main/contract/heatmap.ts'

export type Cell = CampaignHeatmap['cells'][number]

export const isUnsure = ({ calls }: Cell) => calls < SURE_CALLS

/** From which rate on, in percent, each step of the scale begins. */
export const rateSteps = [0, 20, 26, 31, 36, 41, 46] as const

export const ratePercent = ({ people, calls }: Cell) => Math.round((people / calls) * 100)

export const rateStep = (cell: Cell) => rateSteps.findLastIndex(from => ratePercent(cell) >= from)

/** Counts have no scale of their own: the steps divide what there is. */
export const countStep = ({ people }: Cell, most: number) =>
  most === 0 ? 0 : Math.min(rateSteps.length - 1, Math.floor((people / most) * rateSteps.length))

export interface Place {
  readonly day: number
  readonly hour: number
}

export const samePlace = (one: Place | undefined, other: Place) =>
  one !== undefined && one.day === other.day && one.hour === other.hour

const workingHours = { from: 8, to: 19 }

/** The working day, and any hour outside it that had calls. */
export function shownHours(cells: readonly Cell[]): readonly number[] {
  const hours = cells.map(cell => cell.hour)
  const from = Math.min(workingHours.from, ...hours)
  const to = Math.max(workingHours.to, ...hours)
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}

const ways = {
  ArrowLeft: { axis: 'hour', by: -1 },
  ArrowRight: { axis: 'hour', by: 1 },
  ArrowUp: { axis: 'day', by: -1 },
  ArrowDown: { axis: 'day', by: 1 },
} as const

/** The nearest cell with calls in the direction of the key, in the same row or column; `undefined`: none. */
export function neighbour(cells: readonly Cell[], at: Place, key: string): Place | undefined {
  if (key === 'Home') return inRow(cells, at).at(0)
  if (key === 'End') return inRow(cells, at).at(-1)
  const way = ways[key as keyof typeof ways]
  if (!way) return undefined
  const other = way.axis === 'hour' ? 'day' : 'hour'
  return cells
    .filter(cell => cell[other] === at[other] && (cell[way.axis] - at[way.axis]) * way.by > 0)
    .toSorted((a, b) => (a[way.axis] - b[way.axis]) * way.by)[0]
}

const inRow = (cells: readonly Cell[], { day }: Place) =>
  cells.filter(cell => cell.day === day).toSorted((a, b) => a.hour - b.hour)
