import { expect, test } from 'vitest'
import { type FlowStep, nowhere } from '../../src-main/domain/flow.ts'
import { type TriedFlow, type TriedInput, tryFlow } from '../../src-main/domain/flow-try.ts'
import { aFlow } from './a-flow.ts'

const key = (pressed: string) => ({ is: 'key', key: pressed }) as TriedInput
const silence: TriedInput = { is: 'silence' }

const flow = aFlow({
  hello: { do: 'say', text: 'Hello {{contact_name}}.', next: 'ask' },
  ask: {
    do: 'ask',
    text: 'Press 1.',
    store: 'reply',
    choices: { 1: { label: 'Yes', next: 'goal' } },
    waitSeconds: 5,
    tries: 2,
    onSilence: 'sorry',
  },
  goal: { do: 'goal', name: 'confirmed', outcome: 'achieved', next: 'note' },
  note: { do: 'answer', question: 'will_come', value: 'key {{reply}}', next: 'bye' },
  bye: { do: 'end', text: 'Good bye.' },
  sorry: { do: 'end', text: 'Sorry.' },
})
const heard = ({ events }: TriedFlow) =>
  events.map(event => (event.is === 'said' ? `${event.step}: ${event.text}` : event.is))

test('agents.md §1 “as text chat without sound”: texts are told with the sample contact, until it waits', () => {
  const trial = tryFlow(flow, { contact_name: 'Anna' }, [])
  expect(heard(trial)).toEqual(['hello: Hello Anna.', 'ask: Press 1.'])
  expect(trial).toMatchObject({
    at: 'ask',
    ended: null,
    waits: { seconds: 5, digits: null, typed: '', choices: [{ key: '1', label: 'Yes' }] },
  })
})

test('a key leads on: answer, goal and question are recorded, and the agent ends the call', () => {
  const trial = tryFlow(flow, {}, [key('1')])
  expect(heard(trial).slice(2)).toEqual(['key', 'answer', 'goal', 'analysis', 'bye: Good bye.'])
  expect(trial.events).toContainEqual({ is: 'analysis', question: 'will_come', value: 'key 1' })
  expect(trial).toMatchObject({ at: 'bye', waits: null, ended: 'by_agent' })
})

test('silence asks again as often as the flow says, then goes its own way', () => {
  expect(heard(tryFlow(flow, {}, [silence])).at(-1)).toBe('ask: Press 1.')
  const trial = tryFlow(flow, {}, [silence, silence])
  expect(trial).toMatchObject({ at: 'sorry', ended: 'by_agent' })
  expect(trial.events).toContainEqual({ is: 'silence', seconds: 5 })
})

test('digits are taken one by one', () => {
  const digits = aFlow({
    ask: {
      do: 'ask',
      text: 'Your number.',
      store: 'number',
      digits: 4,
      next: 'bye',
      waitSeconds: 5,
      tries: 1,
      onSilence: 'bye',
    },
    bye: { do: 'end', text: 'Good bye.' },
  })
  expect(tryFlow(digits, {}, [key('4'), key('2')]).waits).toMatchObject({ digits: 4, typed: '42' })
  const trial = tryFlow(digits, {}, [key('4'), key('2'), silence])
  expect(trial.events).toContainEqual({ is: 'answer', store: 'number', value: '42', label: '42' })
})

test('an end without a text is an end of the agent’s own, a way that is not connected is none', () => {
  const end = (next: string) => aFlow({ hi: { do: 'say', text: 'Hi.', next }, bye: { do: 'end' } })
  expect(tryFlow(end('bye'), {}, [])).toMatchObject({ at: 'bye', ended: 'by_agent' })
  expect(tryFlow(end(nowhere), {}, [])).toMatchObject({ at: 'hi', ended: 'nowhere' })
})

test('a draft that talks in a circle is stopped', () => {
  const hi: FlowStep = { do: 'say', text: 'Hi.', next: 'hi' }
  expect(tryFlow(aFlow({ hi }), {}, [])).toMatchObject({ ended: 'endless', waits: null })
})

test('inputs after the end change nothing', () =>
  expect(tryFlow(flow, {}, [key('1'), key('1'), silence])).toEqual(tryFlow(flow, {}, [key('1')])))

test('an empty flow ends at once', () =>
  expect(tryFlow(aFlow({}, { start: nowhere }), {}, [])).toMatchObject({ events: [], ended: 'nowhere' }))
