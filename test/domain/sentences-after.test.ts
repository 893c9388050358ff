import { expect, test } from 'vitest'
import { firstSentences, sentencesAfter } from '../../src-main/domain/sentences-after.ts'
import { aFlow } from './a-flow.ts'

const flow = aFlow({
  hello: { do: 'say', text: 'Hello.', next: 'goal' },
  goal: { do: 'goal', name: 'reached', outcome: 'achieved', next: 'ask' },
  ask: {
    do: 'ask',
    text: 'Dear {{contact_name}}. How old are you?',
    store: 'age',
    digits: 2,
    next: 'thanks',
    waitSeconds: 5,
    tries: 1,
    onSilence: 'bye',
  },
  thanks: { do: 'say', text: 'You are {{age}}. Good luck, {{contact_name}}.', next: 'bye' },
  bye: { do: 'end', text: 'Bye.' },
})

test('what may be said next is known while a step speaks, also behind steps that say nothing', () =>
  expect(sentencesAfter(flow, 'hello', { contact_name: 'Anna' })).toEqual(['Dear Anna.', 'How old are you?']))

test('nothing is got ready that still lacks its answer, and only the next step', () =>
  expect(sentencesAfter(flow, 'ask', { contact_name: 'Anna' }).toSorted()).toEqual([
    'Bye.',
    'Good luck, Anna.',
  ]))

test('an answer that was given is part of what follows', () =>
  expect(sentencesAfter(flow, 'ask', { contact_name: 'Anna', age: '42' })).toContain('You are 42.'))

test('a call begins with its first step, whatever stands before it in silence', () =>
  expect(firstSentences({ ...flow, start: 'goal' }, { contact_name: 'Anna' })).toEqual([
    'Dear Anna.',
    'How old are you?',
  ]))
