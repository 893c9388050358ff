import { Graph, layout } from '@dagrejs/dagre'
import {
  type Flow,
  type FlowStep,
  outletsOf,
  readingOrder,
  stepOf,
} from '../../../../src-main/contract/flow.ts'
import { saidOf } from '../said-of.ts'

export interface Place {
  readonly x: number
  readonly y: number
}
export interface Size {
  readonly width: number
  readonly height: number
}

const base = { width: 190, head: 46, said: 40, feet: 23, foot: 62 } as const

/** Feet stand at a step that has more than one way on. */
export const hasFeet = (step: FlowStep): boolean => outletsOf(step).length > 1

/** In pixels at a zoom of 1; the step's style sheet draws it so. */
export const sizeOf = (step: FlowStep): Size => ({
  width: Math.max(base.width, hasFeet(step) ? outletsOf(step).length * base.foot : 0),
  height: base.head + (saidOf(step) === '' ? 0 : base.said) + (hasFeet(step) ? base.feet : 0),
})

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
  layout(graph)
  return new Map(
    order.map(id => {
      const put = flow.places?.[id]
      const { x = 0, y = 0, width = 0, height = 0 } = graph.node(id)
      return [id, put ?? { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }]
    }),
  )
}
