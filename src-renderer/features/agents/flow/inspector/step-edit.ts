import type { Flow, FlowStep, StepId } from '../../../../../src-main/contract/flow.ts'

/** What the fields of one step work with. */
export interface StepEdit<Step extends FlowStep = FlowStep> {
  readonly flow: Flow
  readonly id: StepId
  readonly step: Step
  /** `about`: what is typed in a row is taken back as one. */
  readonly change: (step: Step, about?: string) => void
}

export type Ask = Extract<FlowStep, { do: 'ask' }>
export type Branch = Extract<FlowStep, { do: 'branch' }>
