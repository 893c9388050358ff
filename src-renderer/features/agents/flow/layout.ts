import { Graph, layout } from '@dagrejs/dagre'
import {
  type Flow,
  type FlowStep,
  outletsOf,
  readingOrder,
  stepOf,
} from '../../../../src-main/contract/flow.ts'
import { saidOf } from '../said-of.ts'
import { wayWord } from './way-word.ts'

export interface Place {
  readonly x: number
  readonly y: number
}
export interface Size {
  readonly width: number
  readonly height: number
}

const base = { width: 190, head: 46, said: 40, feet: 23 } as const
const foot = { least: 58, most: 108, letter: 6.4, margin: 14 } as const

/** Feet stand at a step that has more than one way on. */
export const hasFeet = (step: FlowStep): boolean => outletsOf(step).length > 1

/** How wide each foot has to be for its word, in px; long words are cut. */
export const footWidths = (step: FlowStep): readonly number[] =>
  outletsOf(step).map(way => {
    // Even, so that steps of one column stand in the middle of each other to the pixel.
    const needed = 2 * Math.round((wayWord(step, way).length * foot.letter + foot.margin) / 2)
    return Math.min(foot.most, Math.max(foot.least, needed))
  })

const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0)

/** In pixels at a zoom of 1; the step's style sheet draws it so. */
export const sizeOf = (step: FlowStep): Size => ({
  width: Math.max(base.width, hasFeet(step) ? sum(footWidths(step)) : 0),
  height: base.head + (saidOf(step) === '' ? 0 : base.said) + (hasFeet(step) ? base.feet : 0),
})

/** Steps that follow one step stand from left to right as its feet do, so that lines do not cross. */
function inOrderOfFeet(flow: Flow, order: readonly string[]) {
  const places = new Map(order.map((id, at) => [id, at]))
  return order.flatMap(id => {
    const step = stepOf(flow, id)
    const followers = [...new Set(step ? outletsOf(step).map(({ to }) => to) : [])].filter(to =>
      places.has(to),
    )
    return followers.flatMap((left, at) =>
      followers
        .slice(at + 1)
        // Only along the order of reading: demands of two steps can then never contradict each other.
        .filter(right => (places.get(left) ?? 0) < (places.get(right) ?? 0))
        .map(right => ({ left, right })),
    )
  })
}

/** Where each step stands: where it was put, else from the top down by what follows what. */
export function placesOf(flow: Flow): ReadonlyMap<string, Place> {
  const graph = new Graph({ multigraph: true })
    .setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 42, marginx: 0, marginy: 0 })
    .setDefaultEdgeLabel(() => ({}))
  const order = readingOrder(flow)
  for (const id of order) {
    const step = stepOf(flow, id)
    if (step) graph.setNode(id, { ...sizeOf(step) })
  }
  for (const id of order) {
    const step = stepOf(flow, id)
    for (const { id: way, to } of step ? outletsOf(step) : [])
      if (stepOf(flow, to) && to !== id) graph.setEdge(id, to, {}, way)
  }
  layout(graph, { constraints: inOrderOfFeet(flow, order) })
  return new Map(
    order.map(id => {
      const put = flow.places?.[id]
      const { x = 0, y = 0, width = 0, height = 0 } = graph.node(id)
      return [id, put ?? { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }]
    }),
  )
}
