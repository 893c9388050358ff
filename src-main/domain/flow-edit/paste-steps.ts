import { type Flow, nowhere, type StepId } from '../flow.ts'
import { withWays } from './outlets.ts'
import { freeStepName } from './step-name.ts'

/** Steps taken out of a flow, with where they stood. */
export type FlowPiece = Pick<Flow, 'steps' | 'places'>

/** Pixels that a copy stands beside its original. */
const aside = 32

export const copySteps = ({ steps, places = {} }: Flow, ids: readonly StepId[]): FlowPiece => {
  const chosen = (all: Readonly<Record<StepId, unknown>>) =>
    Object.fromEntries(ids.filter(id => Object.hasOwn(all, id)).map(id => [id, all[id]]))
  return { steps: chosen(steps) as Flow['steps'], places: chosen(places) as NonNullable<Flow['places']> }
}

/** The copies have names of their own; ways among them stay, ways out of them lead nowhere. */
export function pasteSteps(
  flow: Flow,
  piece: FlowPiece,
): { readonly flow: Flow; readonly ids: readonly StepId[] } {
  let pasted = flow
  const names = new Map<StepId, StepId>()
  for (const [id, step] of Object.entries(piece.steps)) {
    const name = freeStepName(pasted, id)
    names.set(id, name)
    pasted = { ...pasted, steps: { ...pasted.steps, [name]: step } }
  }
  const steps = { ...pasted.steps }
  const places = { ...flow.places }
  for (const [id, name] of names) {
    steps[name] = withWays(steps[name] as Flow['steps'][string], to => names.get(to) ?? nowhere)
    const place = piece.places?.[id]
    if (flow.places && place) places[name] = { x: place.x + aside, y: place.y + aside }
  }
  const ids = [...names.values()]
  const isFirst = Object.keys(flow.steps).length === 0
  return {
    ids,
    flow: {
      ...flow,
      steps,
      ...(isFirst && ids[0] !== undefined && { start: ids[0] }),
      ...(flow.places && { places }),
    },
  }
}
