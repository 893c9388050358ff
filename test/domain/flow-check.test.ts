import { expect, test } from 'vitest'
import { type Flow, type FlowStep, nowhere } from '../../src-main/domain/flow.ts'
import { adviceOn } from '../../src-main/domain/flow-advice.ts'
import { checkFlow } from '../../src-main/domain/flow-check.ts'
import { aFlow } from './a-flow.ts'

type Ask = Extract<FlowStep, { do: 'ask' }>
const anAsk = (change: Partial<Ask> = {}): Ask => ({
  do: 'ask',
  text: 'Press 1.',
  store: 'answer',
  choices: { '1': { label: 'Yes', next: 'bye' } },
  waitSeconds: 5,
  tries: 2,
  onSilence: 'bye',
  ...change,
})
const bye: FlowStep = { do: 'end', text: 'Good bye.' }
const messages = (flow: Flow) => checkFlow(flow).map(({ step, message }) => `${step}: ${message}`)

test('a question and a good bye may be published', () =>
  expect(checkFlow(aFlow({ ask: anAsk(), bye }))).toEqual([]))

test('a start that is not there is named', () =>
  expect(messages(aFlow({ bye }, { start: 'hello' }))).toEqual([
    'null: The start leads to “hello”, which does not exist. Choose a step to start with.',
  ]))

test('a step that leads nowhere is named with where it wanted to go', () =>
  expect(messages(aFlow({ hi: { do: 'say', text: 'Hi.', next: 'gone' }, bye: bye }))[0]).toBe(
    'hi: It leads to “gone”, which does not exist. Add that step or choose another.',
  ))

test('a step named like a built-in property of objects is not taken to exist', () =>
  expect(messages(aFlow({ hi: { do: 'say', text: 'Hi.', next: 'constructor' } }))).toHaveLength(1))

test('a step that nothing leads to is named', () =>
  expect(messages(aFlow({ bye, alone: { do: 'end' } }))).toEqual([
    'alone: Nothing leads here. Connect it to a step or delete it.',
  ]))

test('a text that repeats forever reaches no end', () =>
  expect(messages(aFlow({ hi: { do: 'say', text: 'Hi.', next: 'hi' } }))[0]).toMatch(
    /hi: No path from here reaches an end/,
  ))

test('a circle in which nobody speaks is refused though a branch leads out of it', () =>
  expect(
    messages(
      aFlow({
        turn: { do: 'branch', on: 'phone_number', cases: [{ is: '1', next: 'bye' }], otherwise: 'mark' },
        mark: { do: 'goal', name: 'reached', outcome: 'achieved', next: 'turn' },
        bye,
      }),
    ),
  ).toEqual([
    expect.stringMatching(/^turn: It goes round in a circle/),
    expect.stringMatching(/^mark: It goes round in a circle/),
  ]))

test('asking the same question again on a key is no fault', () =>
  expect(
    checkFlow(
      aFlow({
        ask: anAsk({ choices: { '1': { label: 'Yes', next: 'bye' }, '2': { label: 'Again', next: 'ask' } } }),
        bye,
      }),
    ),
  ).toEqual([]))

test('a variable that nothing fills is named', () =>
  expect(messages(aFlow({ bye: { do: 'end', text: 'Until {{appointment_time}}.' } }))).toEqual([
    'bye: It uses {{appointment_time}}, which nothing fills. Give it a default value or correct the name.',
  ]))

test.for([
  ['a default', aFlow({ bye: { do: 'end', text: '{{time}}' } }, { defaults: { time: 'nine' } })],
  ['an answer', aFlow({ ask: anAsk(), bye: { do: 'end', text: '{{answer}}' } })],
  ['the contact', aFlow({ bye: { do: 'end', text: '{{contact_name}}' } })],
] as const)('a variable filled by %s is known', ([, flow]) => expect(checkFlow(flow)).toEqual([]))

test('a question that understands no key is refused', () =>
  expect(messages(aFlow({ ask: anAsk({ choices: {} }), bye }))).toEqual([
    'ask: No key is understood. Add a choice or allow digits.',
  ]))

test('a key cannot be a choice and a digit at once', () =>
  expect(messages(aFlow({ ask: anAsk({ digits: 4, next: 'bye' }), bye }))).toEqual([
    'ask: The key 1 is a choice and also part of a number. Use * for the choice or drop the digits.',
  ]))

test('digits need something that follows', () =>
  expect(messages(aFlow({ ask: anAsk({ choices: {}, digits: 4 }), bye }))).toEqual([
    'ask: Nothing follows when digits were entered. Set the next step.',
  ]))

test.for([
  [anAsk({ tries: 0 }), /tries is 0. Choose a value from 1 to 5/],
  [anAsk({ waitSeconds: 600 }), /waitSeconds is 600/],
  [anAsk({ waitSeconds: Number.NaN }), /waitSeconds is NaN/],
  [anAsk({ text: ' ' }), /It says nothing/],
] as const)('%o is refused', ([ask, fault]) => expect(messages(aFlow({ ask, bye }))[0]).toMatch(fault))

test('a call without a sensible longest time is refused', () =>
  expect(messages(aFlow({ bye }, { maxCallSeconds: 0 }))[0]).toMatch(/maxCallSeconds is 0/))

test('agents.md §2 “every path ends”: a way that is not connected is named as it stands at the step', () =>
  expect(
    messages(
      aFlow({
        ask: anAsk({ choices: { '1': { label: 'No', next: nowhere } }, onSilence: nowhere }),
        turn: { do: 'branch', on: 'answer', cases: [{ is: '1', next: 'bye' }], otherwise: nowhere },
        hi: { do: 'say', text: 'Hi.', next: nowhere },
        bye,
      }),
    ),
  ).toEqual([
    'ask: Branch “No” leads nowhere. Draw a line to a step, or let it go to an end.',
    'ask: Branch “Silence” leads nowhere. Draw a line to a step, or let it go to an end.',
    'turn: Branch “Else” leads nowhere. Draw a line to a step, or let it go to an end.',
    'hi: What comes next leads nowhere. Draw a line to a step, or let it go to an end.',
    'bye: Nothing leads here. Connect it to a step or delete it.',
  ]))

test('a way that is not connected says which one it is, so that it can be repaired', () =>
  expect(checkFlow(aFlow({ ask: anAsk({ onSilence: nowhere }), bye }))).toEqual([
    { step: 'ask', outlet: 'silence', message: expect.stringMatching(/“Silence” leads nowhere/) },
  ]))

test('a flow without a step asks for the first one', () =>
  expect(messages(aFlow({}, { start: nowhere }))).toEqual([
    'null: There is no step yet. Add the first one from the list of steps.',
  ]))

test.each([
  ['a goal without a name', { do: 'goal', name: ' ', outcome: 'achieved', next: 'bye' }, /goal has no name/],
  ['an answer to no question', { do: 'answer', question: '', value: 'x', next: 'bye' }, /which question/],
  [
    'a branch by nothing',
    { do: 'branch', on: '', cases: [{ is: '1', next: 'bye' }], otherwise: 'bye' },
    /goes by/,
  ],
  ['a branch without a case', { do: 'branch', on: 'phone_number', cases: [], otherwise: 'bye' }, /no case/],
  [
    'a case that stands there twice',
    {
      do: 'branch',
      on: 'phone_number',
      cases: [
        { is: '1', next: 'bye' },
        { is: '1', next: 'bye' },
      ],
      otherwise: 'bye',
    },
    /“1” stands there twice/,
  ],
  ['an answer that no text could use', anAsk({ store: 'my answer' }), /without blanks/],
] as const)('%s is found once', (_, step, message) =>
  expect(messages(aFlow({ step: step as FlowStep, bye }))).toEqual([expect.stringMatching(message)]),
)

test('agents.md §2 “an opt-out exists”: a flow without one may be published, and that is said before', () => {
  expect(adviceOn(aFlow({ bye }))).toHaveLength(1)
  expect(adviceOn(aFlow({ out: { do: 'opt_out', scope: 'all', next: 'bye' }, bye }))).toEqual([])
})
