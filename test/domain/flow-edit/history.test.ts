import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  beginHistory,
  edited,
  type History,
  redone,
  undone,
} from '../../../src-main/domain/flow-edit/history.ts'

const times = <T>(count: number, change: (value: T) => T, value: T): T =>
  Array.from({ length: count }).reduce<T>(now => change(now), value)

test('agents.md §2 “undo”: every edit can be taken back and done again, in order', () =>
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 50 }), values => {
      const states = values.filter((value, at) => value !== (at === 0 ? 0 : values[at - 1]))
      const all = states.reduce<History<number>>((now, value) => edited(now, value), beginHistory(0))
      const back = times(states.length, undone<number>, all)
      expect(back.now).toBe(0)
      expect(times(states.length, redone<number>, back).now).toBe(states.at(-1) ?? 0)
    }),
  ))

test('what is typed in a row is taken back as one; another edit between begins anew', () => {
  const typed = ['H', 'He', 'Hel'].reduce((now, text) => edited(now, text, 'text'), beginHistory(''))
  expect(undone(typed).now).toBe('')
  const mixed = edited(edited(edited(beginHistory(''), 'a', 'text'), 'b', 'name'), 'c', 'text')
  expect(undone(mixed).now).toBe('b')
})

test('after something was taken back, typing is an edit of its own', () => {
  const before = undone(edited(edited(beginHistory(''), 'a', 'text'), 'b', 'name'))
  expect(undone(edited(before, 'ab', 'text')).now).toBe('a')
})

test('a new edit ends what could be done again, and nothing more can be taken back than was done', () => {
  const one = edited(undone(edited(beginHistory(0), 1)), 2)
  expect(redone(one)).toEqual(one)
  expect(undone(undone(one)).now).toBe(0)
})

test('a history is bounded', () =>
  expect(times(1_000, now => edited(now, now.now + 1), beginHistory(0)).past.length).toBe(200))
