import { expect, test } from 'vitest'
import type { FlowStep } from '../../../src-main/domain/flow.ts'
import { flowChanges, isChanged } from '../../../src-main/domain/flow-edit/flow-changes.ts'
import { aFlow } from '../a-flow.ts'

const bye: FlowStep = { do: 'end', text: 'Good bye.' }
const hi: FlowStep = { do: 'say', text: 'Hi.', next: 'bye' }
const flow = aFlow({ hi, bye })

test('agents.md §1 “published versions”: what a new one changes is told step by step', () =>
  expect(
    flowChanges(
      flow,
      aFlow(
        { hi: { ...hi, text: 'Hello.' } as FlowStep, end: bye },
        { maxCallSeconds: 60, defaults: { a: 'b' } },
      ),
    ),
  ).toEqual({ added: ['end'], changed: ['hi'], removed: ['bye'], settings: ['maxCallSeconds', 'defaults'] }))

test('where steps stand, and in which order their parts are written, changes nothing', () => {
  const same = aFlow(
    { hi: { next: 'bye', text: 'Hi.', do: 'say' }, bye },
    { places: { hi: { x: 4, y: 5 } }, defaults: {} },
  )
  expect(isChanged(flowChanges(flow, same))).toBe(false)
})
