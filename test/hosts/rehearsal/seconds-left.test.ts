import { expect, test } from 'vitest'
import { secondsLeft } from '../../../src-main/hosts/rehearsal/seconds-left.ts'

const progress = {
  contacts: 100,
  finished: 10,
  calls: 30,
  active: 10,
  at: 0,
  seconds: 60,
  expected: { contacts: 100, calls: 120 },
}

test.each([
  { name: 'at the pace so far, calls in progress being half made', change: {}, left: 228 },
  { name: 'not known while hardly a call is over', change: { calls: 12, active: 10 }, left: null },
  { name: 'never below zero', change: { calls: 150, active: 0 }, left: 0 },
])('the real time left: $name', ({ change, left }) =>
  expect(secondsLeft({ ...progress, ...change })).toBe(left),
)
