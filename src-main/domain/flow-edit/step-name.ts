import type { Flow, StepId } from '../flow.ts'
import { stepOf } from '../flow-graph.ts'
import { withWays } from './outlets.ts'

export const longestStepName = 60

/** `Say`, then `Say 2`, `Say 3` …: a step's name is its id. */
export function freeStepName(flow: Pick<Flow, 'steps'>, wanted: string): StepId {
  const name = wanted.trim().slice(0, longestStepName - 4)
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name} ${count}`
    if (!Object.hasOwn(flow.steps, candidate)) return candidate
  }
}

/** The step under another name, which all ways to it follow; unchanged where the name is taken, empty or reserved. */
export function renameStep(flow: Flow, from: StepId, wanted: string): Flow {
  const to = wanted.trim().slice(0, longestStepName)
  const isFree = to !== '' && to !== '__proto__' && stepOf(flow, to) === null
  if (!isFree || stepOf(flow, from) === null) return flow
  const renamed = (id: StepId) => (id === from ? to : id)
  return {
    ...flow,
    start: renamed(flow.start),
    steps: Object.fromEntries(
      Object.entries(flow.steps).map(([id, step]) => [renamed(id), withWays(step, renamed)]),
    ),
    ...(flow.places && {
      places: Object.fromEntries(Object.entries(flow.places).map(([id, place]) => [renamed(id), place])),
    }),
  }
}
