import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Flow, FlowStep, Key } from '../../src-main/domain/flow.ts'
import {
  type FlowEffect,
  type FlowInput,
  type FlowState,
  runFlow,
  startFlow,
} from '../../src-main/domain/flow-run.ts'
import { aFlow } from './a-flow.ts'

const question: FlowStep = {
  do: 'ask',
  text: 'Press 1 or 9.',
  store: 'answer',
  choices: { '1': { label: 'Yes', next: 'yes' }, '9': { label: 'No more calls', next: 'never' } },
  waitSeconds: 6,
  tries: 2,
  onSilence: 'bye',
}
const flow = aFlow({
  hello: { do: 'say', text: 'Hello {{contact_name}}.', interruptible: true, next: 'question' },
  question,
  yes: { do: 'goal', name: 'confirmed', outcome: 'achieved', next: 'thanks' },
  thanks: { do: 'end', text: 'Thank you.' },
  never: { do: 'opt_out', scope: 'all', next: 'bye' },
  bye: { do: 'end', text: 'Good bye.' },
})

const started: FlowInput = { is: 'started' }
const played: FlowInput = { is: 'played' }
const timeout: FlowInput = { is: 'timeout' }
const key = (pressed: Key): FlowInput => ({ is: 'key', key: pressed })

/** What the agent does, one line per effect. */
const inWords = (effect: FlowEffect): string => {
  switch (effect.do) {
    case 'say':
      return `says ${effect.text}`
    case 'wait':
      return `waits ${effect.ms}`
    case 'record_answer':
      return `notes ${effect.store} = ${effect.value} (${effect.label})`
    case 'record_goal':
      return `goal ${effect.name} ${effect.outcome}`
    case 'record_analysis':
      return `answers ${effect.question}: ${effect.value}`
    case 'opt_out':
      return `opts out ${effect.scope}`
    case 'stop_saying':
    case 'hang_up':
      return effect.do
  }
}
const run = (inputs: readonly FlowInput[], of: Flow = flow): string[][] => {
  let state: FlowState = startFlow(of, { contact_name: 'Anna' })
  return inputs.map(input => {
    const move = runFlow(of, state, input)
    state = move.state
    return move.effects.map(inWords)
  })
}
const last = (inputs: readonly FlowInput[], of: Flow = flow) => run(inputs, of).at(-1)

test('a confirmed call: greeting, question, key, goal, thanks, end', () =>
  expect(run([started, played, played, key('1'), played])).toEqual([
    ['says Hello {{contact_name}}.'],
    ['says Press 1 or 9.'],
    ['waits 6000'],
    ['notes answer = 1 (Yes)', 'goal confirmed achieved', 'says Thank you.'],
    ['hang_up'],
  ]))

test('a key cuts the question short', () =>
  expect(last([started, played, key('9')])).toEqual([
    'stop_saying',
    'notes answer = 9 (No more calls)',
    'opts out all',
    'says Good bye.',
  ]))

test('who knows the question already may press during the greeting', () =>
  expect(last([started, key('1')])).toEqual([
    'stop_saying',
    'notes answer = 1 (Yes)',
    'goal confirmed achieved',
    'says Thank you.',
  ]))

test('a key during a greeting that must be heard counts when the greeting is over', () => {
  const strict = aFlow({ ...flow.steps, hello: { do: 'say', text: 'Listen.', next: 'question' } })
  expect(run([started, key('9'), played], strict).slice(1)).toEqual([
    [],
    ['notes answer = 9 (No more calls)', 'opts out all', 'says Good bye.'],
  ])
})

test('a slip of the finger before the right key does no harm', () => {
  const strict = aFlow({ ...flow.steps, hello: { do: 'say', text: 'Listen.', next: 'question' } })
  expect(last([started, key('5'), key('9'), played], strict)).toContain('opts out all')
})

test('a wrong key during the greeting does not answer the question', () =>
  expect(last([started, key('5')])).toEqual(['stop_saying', 'says Press 1 or 9.']))

test('silence asks again once, then goes on', () =>
  expect(run([started, played, played, timeout, played, timeout]).slice(3)).toEqual([
    ['says Press 1 or 9.'],
    ['waits 6000'],
    ['says Good bye.'],
  ]))

test('a wrong key asks again, a second one goes where misunderstandings go', () => {
  const patient = aFlow({ ...flow.steps, question: { ...question, onMisunderstood: 'thanks' } })
  expect(run([started, played, played, key('5'), played, key('5')], patient).slice(3)).toEqual([
    ['says Press 1 or 9.'],
    ['waits 6000'],
    ['says Thank you.'],
  ])
})

const number = aFlow({
  ask: {
    do: 'ask',
    text: 'Number?',
    store: 'number',
    digits: 3,
    next: 'turn',
    waitSeconds: 4,
    tries: 1,
    onSilence: 'bye',
  },
  turn: { do: 'branch', on: 'number', cases: [{ is: '42', next: 'right' }], otherwise: 'bye' },
  right: { do: 'end', text: 'Right, {{number}}.' },
  bye: { do: 'end' },
})

test('digits end with #', () =>
  expect(last([started, played, key('4'), key('2'), key('#')], number)).toEqual([
    'notes number = 42 (42)',
    'says Right, {{number}}.',
  ]))

test('digits end with a pause', () =>
  expect(last([started, played, key('4'), key('2'), timeout], number)).toEqual([
    'notes number = 42 (42)',
    'says Right, {{number}}.',
  ]))

test('digits end with the last one that fits', () =>
  expect(last([started, played, key('1'), key('2'), key('3')], number)).toEqual([
    'notes number = 123 (123)',
    'hang_up',
  ]))

test('an answer can be spoken back', () => {
  const move = [started, played, key('4'), key('2'), key('#')].reduce(
    ({ state }, input) => runFlow(number, state, input),
    { state: startFlow(number, {}), effects: [] as readonly FlowEffect[] },
  )
  expect(move.effects.at(-1)).toMatchObject({ do: 'say', variables: { number: '42' } })
})

test('a default stands in for an empty field', () => {
  const state = startFlow({ ...flow, defaults: { contact_name: 'neighbour' } }, { contact_name: ' ' })
  expect(runFlow(flow, state, started).effects).toMatchObject([{ variables: { contact_name: 'neighbour' } }])
})

test('whatever is pressed and whenever, a call is ended once and nothing is done after that', () => {
  const inputs = fc.array(
    fc.oneof(
      fc.constantFrom(started, played, timeout),
      fc.constantFrom(...'0123456789*#'.split('')).map(pressed => key(pressed as Key)),
    ),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(inputs, random => {
      const done = run([started, ...random]).flat()
      const ended = done.indexOf('hang_up')
      expect(done.filter(effect => effect === 'hang_up').length).toBeLessThanOrEqual(1)
      if (ended >= 0) expect(ended).toBe(done.length - 1)
    }),
  )
})

test('everybody who goes silent is said good bye to in the end', () => {
  const done = run([
    started,
    ...Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? played : timeout)),
  ]).flat()
  expect(done.at(-1)).toBe('hang_up')
})

test('what is said names its step, also where a question is put again and where the call ends', () => {
  const { effects, state } = runFlow(flow, startFlow(flow, {}), started)
  expect(effects).toMatchObject([{ do: 'say', step: 'hello' }])
  const asked = runFlow(flow, state, played)
  expect(asked.effects).toMatchObject([{ do: 'say', step: 'question' }])
  const again = runFlow(flow, runFlow(flow, asked.state, played).state, timeout)
  expect(again.effects).toMatchObject([{ do: 'say', step: 'question' }])
  const thanks = runFlow(flow, again.state, key('1'))
  expect(thanks.effects.at(-1)).toMatchObject({ do: 'say', step: expect.any(String) })
  expect(Object.keys(flow.steps)).toContain((thanks.effects.at(-1) as { step?: string }).step)
})
