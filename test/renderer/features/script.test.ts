import { expect, test } from 'vitest'
import { scriptOf } from '../../../src-renderer/features/agents/script.ts'

test('a flow reads from its start along the first way, each step once even in a circle, those that nothing leads to last', () => {
  const script = scriptOf({
    start: 'greet',
    maxCallSeconds: 60,
    steps: {
      never: { do: 'end' },
      bye: { do: 'end', text: 'Good bye.' },
      done: { do: 'goal', name: 'confirmed', outcome: 'achieved', next: 'bye' },
      greet: { do: 'say', text: 'Hello.', next: 'ask' },
      ask: {
        do: 'ask',
        text: 'Press 1.',
        store: 'reply',
        choices: { 1: { label: 'Yes', next: 'done' }, 2: { label: 'Again', next: 'greet' } },
        waitSeconds: 5,
        tries: 2,
        onSilence: 'bye',
      },
    },
  })
  expect(script.map(({ id, number }) => [number, id])).toEqual([
    [1, 'greet'],
    [2, 'ask'],
    [3, 'done'],
    [4, 'bye'],
    [5, 'never'],
  ])
})
