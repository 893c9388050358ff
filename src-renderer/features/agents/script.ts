import { type Flow, type FlowStep, readingOrder, stepOf } from '../../../src-main/contract/flow.ts'

/** One step of the flow with its place in the order of reading. */
export interface ScriptStep {
  readonly id: string
  readonly number: number
  readonly step: FlowStep
}

/** The flow as a script: from its start along the first ways, each step once, numbered as it is read. */
export const scriptOf = (flow: Flow): readonly ScriptStep[] =>
  readingOrder(flow).flatMap((id, at) => {
    const step = stepOf(flow, id)
    return step === null ? [] : [{ id, number: at + 1, step }]
  })
