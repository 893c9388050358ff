import { expect, test } from 'vitest'
import type { StepId } from '../../../src-main/contract/flow.ts'
import { faultAfter } from '../../../src-renderer/features/agents/flow/fault-after.ts'

const [ask, say, end] = ['ask', 'say', 'end'] as StepId[] as [StepId, StepId, StepId]
/** Two of the same step, and one of the flow as a whole. */
const faults = [ask, ask, null, say, end].map(step => ({ step }))

test('design.md §9, “F8, Shift F8: next, previous error in a flow”: each faulty step once, round and round', () => {
  expect(faultAfter(faults, [], 1)).toBe(ask)
  expect(faultAfter(faults, [ask], 1)).toBe(say)
  expect(faultAfter(faults, [end], 1)).toBe(ask)
  expect(faultAfter(faults, [], -1)).toBe(end)
  expect(faultAfter(faults, [end], -1)).toBe(say)
  expect(faultAfter(faults, [ask], -1)).toBe(end)
})

test('a chosen step without a fault begins at the first or the last; without any fault there is nowhere to go', () => {
  const fine = 'fine' as StepId
  expect([faultAfter(faults, [fine], 1), faultAfter(faults, [fine], -1)]).toEqual([ask, end])
  expect(faultAfter([{ step: null }], [ask], 1)).toBeNull()
})
