import { assertNever } from './assert-never.ts'
import type { Flow, FlowStep, StepId } from './flow.ts'

/** Steps that may follow a step. */
export function successorsOf(step: FlowStep): readonly StepId[] {
  switch (step.do) {
    case 'say':
    case 'goal':
    case 'answer':
    case 'opt_out':
      return [step.next]
    case 'ask':
      return [
        ...Object.values(step.choices ?? {}).map(({ next }) => next),
        ...(step.next === undefined ? [] : [step.next]),
        step.onSilence,
        ...(step.onMisunderstood === undefined ? [] : [step.onMisunderstood]),
      ]
    case 'branch':
      return [...step.cases.map(({ next }) => next), step.otherwise]
    case 'end':
      return []
    default:
      return assertNever(step)
  }
}

export const stepOf = (flow: Flow, id: StepId): FlowStep | null =>
  Object.hasOwn(flow.steps, id) ? (flow.steps[id] as FlowStep) : null

/** The given steps and all that can come after them over steps that `through` lets pass. */
export function reachableFrom(
  flow: Flow,
  from: readonly StepId[],
  through: (step: FlowStep) => boolean = () => true,
): ReadonlySet<StepId> {
  const found = new Set<StepId>()
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = stepOf(flow, id)
    if (!step || found.has(id)) continue
    found.add(id)
    if (through(step)) open.push(...successorsOf(step))
  }
  return found
}
