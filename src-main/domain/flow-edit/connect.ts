import type { Flow, FlowStep, StepId } from '../flow.ts'
import { stepOf } from '../flow-graph.ts'
import { type OutletId, withWay } from './outlets.ts'

/** Another content for a step that exists. */
export const changeStep = (flow: Flow, id: StepId, step: FlowStep): Flow =>
  stepOf(flow, id) === null ? flow : { ...flow, steps: { ...flow.steps, [id]: step } }

/** One way of a step leads to another step, or `nowhere`. */
export function connect(flow: Flow, from: StepId, outlet: OutletId, to: StepId): Flow {
  const step = stepOf(flow, from)
  return step === null ? flow : changeStep(flow, from, withWay(step, outlet, to))
}
