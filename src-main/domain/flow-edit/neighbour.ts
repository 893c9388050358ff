import type { Flow, StepId } from '../flow.ts'
import { stepOf, successorsOf } from '../flow-graph.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The step that an arrow key leads to: along the ways, or across to what else follows the same step. */
export function neighbour(flow: Flow, id: StepId, direction: Direction): StepId | null {
  if (direction === 'down') return followers(flow, id)[0] ?? null
  const before = Object.keys(flow.steps).find(other => other !== id && followers(flow, other).includes(id))
  if (direction === 'up') return before ?? null
  if (before === undefined) return null
  const beside = followers(flow, before)
  return beside[beside.indexOf(id) + (direction === 'left' ? -1 : 1)] ?? null
}

const followers = (flow: Flow, id: StepId): readonly StepId[] => {
  const step = stepOf(flow, id)
  return step === null ? [] : [...new Set(successorsOf(step))].filter(next => stepOf(flow, next) !== null)
}
