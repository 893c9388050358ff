import { expect, test } from 'vitest'
import { type Flow, type FlowStep, nowhere } from '../../../src-main/domain/flow.ts'
import { addStep, openWay } from '../../../src-main/domain/flow-edit/add-step.ts'
import { connect } from '../../../src-main/domain/flow-edit/connect.ts'
import { emptyFlow } from '../../../src-main/domain/flow-edit/empty-flow.ts'
import { neighbour } from '../../../src-main/domain/flow-edit/neighbour.ts'
import { outletsOf } from '../../../src-main/domain/flow-edit/outlets.ts'
import { copySteps, pasteSteps } from '../../../src-main/domain/flow-edit/paste-steps.ts'
import { readingOrder } from '../../../src-main/domain/flow-edit/reading-order.ts'
import { removeSteps } from '../../../src-main/domain/flow-edit/remove-steps.ts'
import { repairOf } from '../../../src-main/domain/flow-edit/repair.ts'
import { renameStep } from '../../../src-main/domain/flow-edit/step-name.ts'
import { aFlow } from '../a-flow.ts'

const say = (next: string): FlowStep => ({ do: 'say', text: 'Hello.', next })
const bye: FlowStep = { do: 'end', text: 'Good bye.' }
const ask: FlowStep = {
  do: 'ask',
  text: 'Press 1.',
  store: 'answer',
  choices: { 1: { label: 'Yes', next: 'bye' }, 2: { label: 'No', next: nowhere } },
  waitSeconds: 5,
  tries: 2,
  onSilence: 'bye',
}
const waysOf = (flow: Flow, id: string) =>
  outletsOf(flow.steps[id] as FlowStep).map(({ id: way, to }) => `${way} → ${to || 'nowhere'}`)

const texts = { yes: 'Ja', no: 'Nein', goodbye: 'Tschüs.' }

test('desktop.md §4 “interface texts”: what a new step says and asks is in the language of whoever draws', () => {
  const asked = addStep(emptyFlow, { kind: 'ask', name: 'Frage', texts })
  expect(outletsOf(asked.flow.steps.Frage as FlowStep).map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Ja', 'Nein']),
  )
  const ended = addStep(emptyFlow, { kind: 'end', name: 'Ende', texts })
  expect(ended.flow.steps.Ende).toEqual({ do: 'end', text: 'Tschüs.' })
})

test('agents.md §2 “a drawn graph”: the first step that is added is where the call begins', () => {
  const { flow, id } = addStep(emptyFlow, { kind: 'say', name: 'Say', texts })
  expect([id, flow.start]).toEqual(['Say', 'Say'])
  expect(emptyFlow.steps).toEqual({})
})

test('a step that is added behind another one is put between it and what followed', () => {
  const { flow } = addStep(aFlow({ hello: say('bye'), bye }), {
    kind: 'goal',
    name: 'Goal',
    texts,
    after: { step: 'hello', outlet: 'next' },
  })
  expect(waysOf(flow, 'hello')).toEqual(['next → Goal'])
  expect(waysOf(flow, 'Goal')).toEqual(['next → bye'])
})

test('steps of one kind get names of their own', () => {
  const first = addStep(emptyFlow, { kind: 'end', name: 'End', texts })
  expect(addStep(first.flow, { kind: 'end', name: 'End', texts }).id).toBe('End 2')
})

test('a new step follows the first way that is open, or the only one; never one of several that lead somewhere', () => {
  const flow = aFlow({ hello: say('ask'), ask, bye })
  expect(openWay(flow, 'ask')).toBe('key 2')
  expect(openWay(flow, 'hello')).toBe('next')
  expect(openWay(connect(flow, 'ask', 'key 2', 'bye'), 'ask')).toBeNull()
  expect(openWay(flow, 'bye')).toBeNull()
})

test('every way of every kind of step can be led elsewhere, and no other way moves', () => {
  const flow = aFlow({
    ask: { ...ask, digits: 4, next: 'bye', onMisunderstood: 'bye' } as FlowStep,
    turn: { do: 'branch', on: 'answer', cases: [{ is: '1', next: 'bye' }], otherwise: 'bye' },
    hello: say('bye'),
    bye,
  })
  for (const [id, step] of Object.entries(flow.steps))
    for (const { id: outlet } of outletsOf(step)) {
      const before = waysOf(flow, id)
      const after = waysOf(connect(flow, id, outlet, 'hello'), id)
      expect(after.filter((way, at) => way !== before[at])).toEqual([`${outlet} → hello`])
    }
})

test('what led to a step that is removed leads on to what followed it; where several ways follow, nowhere', () => {
  const flow = aFlow({ hello: say('more'), more: say('ask'), ask, bye })
  expect(waysOf(removeSteps(flow, ['more']), 'hello')).toEqual(['next → ask'])
  expect(waysOf(removeSteps(flow, ['ask']), 'more')).toEqual(['next → nowhere'])
  expect(removeSteps(flow, ['hello']).start).toBe('more')
  expect(removeSteps(flow, Object.keys(flow.steps))).toMatchObject({ start: nowhere, steps: {} })
})

test('removing a circle of steps ends', () =>
  expect(waysOf(removeSteps(aFlow({ hi: say('a'), a: say('b'), b: say('a') }), ['a', 'b']), 'hi')).toEqual([
    'next → nowhere',
  ]))

test('all lines follow a step to its new name; a name that is taken changes nothing', () => {
  const flow = aFlow({ hello: say('bye'), bye }, { places: { bye: { x: 1, y: 2 } } })
  const renamed = renameStep(flow, 'bye', ' Farewell ')
  expect(waysOf(renamed, 'hello')).toEqual(['next → Farewell'])
  expect(renamed.places).toEqual({ Farewell: { x: 1, y: 2 } })
  expect(renameStep(flow, 'hello', 'x').start).toBe('x')
  for (const refused of ['bye', '  ', '__proto__']) expect(renameStep(flow, 'hello', refused)).toBe(flow)
})

test('agents.md §2 “copy”: lines among copied steps stay among them, lines out of them lead nowhere', () => {
  const flow = aFlow({ hello: say('ask'), ask, bye })
  const { flow: pasted, ids } = pasteSteps(flow, copySteps(flow, ['hello', 'ask']))
  expect(ids).toEqual(['hello 2', 'ask 2'])
  expect(waysOf(pasted, 'hello 2')).toEqual(['next → ask 2'])
  expect(waysOf(pasted, 'ask 2')).toEqual(['key 1 → nowhere', 'key 2 → nowhere', 'silence → nowhere'])
  expect(pasted.steps.hello).toEqual(flow.steps.hello)
})

test('steps that are put into an empty flow begin it', () => {
  const { flow } = pasteSteps(emptyFlow, copySteps(aFlow({ bye }), ['bye']))
  expect(flow.start).toBe('bye')
})

test('design.md 08 “with the repair offered”: a way that is not connected goes to what nothing leads to, else to an end', () => {
  const alone = aFlow({ ask, bye, alone: bye })
  const fault = { step: 'ask', message: '', outlet: 'key 2' } as const
  expect(repairOf(alone, fault)).toBe('alone')
  expect(repairOf(aFlow({ ask, bye }), fault)).toBe('bye')
  expect(repairOf(aFlow({ ask }), fault)).toBeNull()
  expect(repairOf(alone, { step: 'alone', message: 'Nothing leads here.' })).toBeNull()
})

test('design.md “Nothing needs drag”: arrow keys lead along the lines and across to what else follows', () => {
  const flow = aFlow({ ask: { ...ask, onSilence: 'late' } as FlowStep, bye, late: { do: 'end' } })
  expect(neighbour(flow, 'ask', 'down')).toBe('bye')
  expect(neighbour(flow, 'bye', 'right')).toBe('late')
  expect(neighbour(flow, 'late', 'left')).toBe('bye')
  expect(neighbour(flow, 'late', 'up')).toBe('ask')
  expect(neighbour(flow, 'late', 'right')).toBeNull()
  expect(neighbour(flow, 'ask', 'up')).toBeNull()
})

test('a step is read once, and those that nothing leads to come last', () =>
  expect(readingOrder(aFlow({ hello: say('again'), alone: bye, again: say('hello') }))).toEqual([
    'hello',
    'again',
    'alone',
  ]))
