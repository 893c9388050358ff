import { expect, test } from 'vitest'
import type { TrialNews } from '../../../../src-main/contract/trial-calls.ts'
import { readSound, writeSound } from '../../../../src-renderer/features/agents/call-here/sound.ts'
import { withNews } from '../../../../src-renderer/features/agents/call-here/trial-entries.ts'
import type { ConversationEntry } from '../../../../src-renderer/features/agents/conversation-entry.ts'

type Event = Extract<TrialNews, { is: 'happened' }>['event']

const saying = (step: string, text: string): TrialNews => ({ is: 'saying', step, text })
const event = (event: Event): TrialNews => ({ is: 'happened', event })
const said = (text: string, interrupted = false) => event({ is: 'agent_said', atMs: 0, text, interrupted })

const conversation = (...news: readonly TrialNews[]) =>
  news.reduce<readonly ConversationEntry[]>(withNews, [])

test('a text is there as it begins, and says where it was cut short by a key', () => {
  const begun = conversation(saying('hello', 'Hello.'))
  expect(begun).toEqual([{ is: 'said', step: 'hello', text: 'Hello.' }])
  const key = event({ is: 'key_pressed', atMs: 0, key: '1' })
  expect(conversation(saying('hello', 'Hello.'), said('Hello.', true), key)).toEqual([
    { is: 'said', step: 'hello', text: 'Hello.', cutShort: true },
    { is: 'key', key: '1' },
  ])
})

test('what could not be spoken is told at its text', () =>
  expect(conversation(saying('hello', 'Hello.'), said('Hello. [not fully spoken]'))).toEqual([
    { is: 'said', step: 'hello', text: 'Hello. [not fully spoken]' },
  ]))

test('words that follow one another are one turn of speaking', () => {
  const word = event({ is: 'person_spoke', atMs: 0, forMs: 300 })
  expect(conversation(word, word, saying('hello', 'Hello.'), word)).toEqual([
    { is: 'spoke', ms: 600 },
    { is: 'said', step: 'hello', text: 'Hello.' },
    { is: 'spoke', ms: 300 },
  ])
})

test('sound crosses to the engine and back as it was, within what 16 bits tell', () => {
  const samples = Float32Array.of(0, 0.5, -0.5, 1, -1, 2)
  const back = readSound(writeSound(samples))
  expect([...back].map(sample => Number(sample.toFixed(3)))).toEqual([0, 0.5, -0.5, 1, -1, 1])
})
