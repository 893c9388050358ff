import type { Flow, StepId } from '../flow.ts'
import type { FlowFault } from '../flow-check.ts'
import { successorsOf } from '../flow-graph.ts'

/** Where a way that is not connected most likely belongs: to the first step that nothing leads to, else to an end. */
export function repairOf(flow: Flow, { step, outlet }: FlowFault): StepId | null {
  if (step === null || outlet === undefined) return null
  const led = new Set(Object.values(flow.steps).flatMap(successorsOf))
  const ids = Object.keys(flow.steps).filter(id => id !== step)
  return (
    ids.find(id => id !== flow.start && !led.has(id)) ?? ids.find(id => flow.steps[id]?.do === 'end') ?? null
  )
}
