import { type Flow, nowhere, type StepId } from '../flow.ts'
import { stepOf } from '../flow-graph.ts'
import { outletsOf, withWays } from './outlets.ts'

/** Without these steps. Ways that led to one with a single way out lead on to what followed it; others lead nowhere. */
export function removeSteps(flow: Flow, ids: readonly StepId[]): Flow {
  const gone = new Set(ids)
  const onward = (id: StepId, seen: ReadonlySet<StepId> = new Set()): StepId => {
    if (!gone.has(id)) return id
    const step = stepOf(flow, id)
    const ways = step === null ? [] : outletsOf(step)
    const [only] = ways
    return only === undefined || ways.length > 1 || seen.has(id)
      ? nowhere
      : onward(only.to, new Set([...seen, id]))
  }
  const kept = Object.entries(flow.steps).filter(([id]) => !gone.has(id))
  const start = onward(flow.start)
  return {
    ...flow,
    start: start === nowhere ? (kept[0]?.[0] ?? nowhere) : start,
    steps: Object.fromEntries(kept.map(([id, step]) => [id, withWays(step, to => onward(to))])),
    ...(flow.places && {
      places: Object.fromEntries(Object.entries(flow.places).filter(([id]) => !gone.has(id))),
    }),
  }
}
