import type { Flow, FlowStep } from '../../src-main/domain/flow.ts'

/** A flow of the given steps that starts with the first one. */
export const aFlow = (steps: Record<string, FlowStep>, change: Partial<Flow> = {}): Flow => ({
  start: Object.keys(steps)[0] as string,
  steps,
  maxCallSeconds: 120,
  ...change,
})
