import type { StepId } from '../../../../src-main/contract/flow.ts'

/** The faulty step that follows the chosen one, or precedes it, round and round; `null`: no step is at fault. */
export function faultAfter(
  faults: readonly { readonly step: StepId | null }[],
  chosen: readonly StepId[],
  by: 1 | -1,
): StepId | null {
  const steps = [...new Set(faults.flatMap(({ step }) => (step === null ? [] : [step])))]
  const at = steps.findIndex(step => chosen.includes(step))
  const first = by > 0 ? 0 : -1
  return steps.at(at < 0 ? first : (at + by) % steps.length) ?? null
}
