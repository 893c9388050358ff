import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { conversationResult } from '../../../src-main/dialer/conversation-result.ts'
import type { Flow } from '../../../src-main/domain/flow.ts'
import { createDice } from '../../../src-main/engine/forecast/dice.ts'
import { type Conversation, converse, type Temper } from '../../../src-main/hosts/demo/history/converse.ts'

const flowOf = async (agent: string): Promise<Flow> =>
  JSON.parse(
    await readFile(
      join(resolve(import.meta.dirname, '../../../resources/agents/en'), `${agent}.json`),
      'utf8',
    ),
  )
const reminder = await flowOf('reminder')
const survey = await flowOf('survey')

const many = (flow: Flow, temper: Temper): readonly Conversation[] =>
  Array.from({ length: 50 }, (_, seed) => converse(flow, { contact_name: 'Anna' }, temper, createDice(seed)))
const resultsOf = (talks: readonly Conversation[]) =>
  new Set(talks.map(({ events, heardMs }) => conversationResult(events, heardMs)))

test('agents.md §2: whoever takes part hears the flow’s own words, and what is keyed is what the flow records', () => {
  for (const { events } of many(reminder, 'takes_part')) {
    const keys = events.flatMap(event => (event.is === 'key_pressed' ? [event.key] : []))
    const answers = events.flatMap(event => (event.is === 'answer' ? [event.value] : []))
    expect(answers).toEqual(keys)
    expect(events.some(event => event.is === 'agent_said' && event.text.startsWith('Hello, this is'))).toBe(
      true,
    )
    expect(events.filter(event => event.is === 'opt_out')).toEqual([])
  }
  expect(resultsOf(many(reminder, 'takes_part'))).toEqual(new Set(['answered']))
})

test('agents.md §2: all questions of a survey are answered, unless somebody falls silent', () => {
  const answered = many(survey, 'takes_part').map(
    ({ events }) => events.filter(event => event.is === 'answer').length,
  )
  expect(Math.max(...answered)).toBe(3)
  expect(answered.filter(answers => answers === 3).length).toBeGreaterThan(35)
})

test('whoever refuses is opted out by the flow; whoever leaves or keeps silent is no conversation', () => {
  for (const { events } of many(survey, 'refuses'))
    expect(events.filter(event => event.is === 'opt_out')).toHaveLength(1)
  for (const { hungUpBy, lastsMs } of many(reminder, 'hangs_up')) {
    expect(hungUpBy).toBe('person')
    expect(lastsMs).toBeLessThanOrEqual(6_000)
  }
  expect(resultsOf(many(reminder, 'hangs_up'))).toEqual(new Set(['no_conversation']))
  expect(resultsOf(many(reminder, 'says_nothing'))).toEqual(new Set(['no_conversation']))
})

test('whoever loses patience leaves by himself, mostly before the end, with what was answered until then', () => {
  const talks = many(survey, 'loses_patience')
  const left = talks.filter(({ hungUpBy }) => hungUpBy === 'person')
  expect(left.length).toBeGreaterThan(25)
  expect(left.filter(({ events }) => !events.some(event => event.is === 'goal')).length).toBeGreaterThan(15)
  expect(left.some(({ events }) => events.some(event => event.is === 'answer'))).toBe(true)
})

test('a conversation ends in time, and nothing happens in it after its end', () => {
  for (const temper of ['takes_part', 'loses_patience', 'refuses', 'hangs_up', 'says_nothing'] as const)
    for (const { events, lastsMs } of many(survey, temper)) {
      expect(lastsMs).toBeLessThanOrEqual(survey.maxCallSeconds * 1000)
      expect(events.filter(({ atMs }) => atMs > lastsMs)).toEqual([])
    }
})
