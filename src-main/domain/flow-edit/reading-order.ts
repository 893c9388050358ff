import type { Flow, StepId } from '../flow.ts'
import { stepOf, successorsOf } from '../flow-graph.ts'

/** Every step once, from the start along the first ways; those that nothing leads to come last. */
export function readingOrder(flow: Flow): readonly StepId[] {
  const order = new Set<StepId>()
  const ahead = [flow.start]
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    const step = stepOf(flow, id)
    if (step === null || order.has(id)) continue
    order.add(id)
    ahead.unshift(...successorsOf(step))
  }
  return [...order, ...Object.keys(flow.steps).filter(id => !order.has(id))]
}
