import { expect, test } from 'vitest'
import { fillText, flowVariables, variablesIn } from '../../src-main/domain/fill-text.ts'
import { sentencesOf } from '../../src-main/domain/sentences.ts'
import { aFlow } from './a-flow.ts'

test('names in double braces become the values of the contact', () =>
  expect(
    fillText('Hello {{contact_name}}, see you at {{ time }}.', { contact_name: 'Anna', time: 'nine' }),
  ).toBe('Hello Anna, see you at nine.'))

test('a missing value leaves no gap and no braces to be read out', () =>
  expect(fillText('Hello {{contact_name}}, good morning {{x}}.', {})).toBe('Hello, good morning.'))

test('a value with its own full stop does not get a second one', () =>
  expect(fillText('{{message}}. Press 1.', { message: 'We are closed!' })).toBe('We are closed! Press 1.'))

test('braces in a value are text, not a variable', () =>
  expect(fillText('{{a}}', { a: '{{b}}', b: 'secret' })).toBe('{{b}}'))

test('a field named like a built-in property of objects is not taken from there', () =>
  expect(fillText('[{{constructor}}]', {})).toBe('[]'))

test('a name of ten thousand characters is cut, or the call would never end', () =>
  expect(fillText('{{contact_name}}', { contact_name: 'x'.repeat(10_000) })).toHaveLength(200))

test('each variable is named once', () =>
  expect(variablesIn('{{a}} and {{b}} and {{a}}')).toEqual(['a', 'b']))

test('answers that the flow collects itself are no fields of the contact', () => {
  const flow = aFlow({
    ask: {
      do: 'ask',
      text: 'Dear {{contact_name}}, how many?',
      store: 'count',
      digits: 2,
      next: 'bye',
      waitSeconds: 5,
      tries: 1,
      onSilence: 'bye',
    },
    bye: { do: 'end', text: '{{count}} it is.' },
  })
  expect([...flowVariables(flow)]).toEqual(['contact_name'])
})

test('a text is cut into sentences, but not at a decimal point or a time', () =>
  expect(sentencesOf('It costs 3.50 at 9.30 a.m. today. Press 1! Really? {{name}} knows.')).toEqual([
    'It costs 3.50 at 9.30 a.m. today.',
    'Press 1!',
    'Really?',
    '{{name}} knows.',
  ]))
