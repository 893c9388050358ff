import { expect, test } from 'vitest'
import { createPace } from '../../../src-main/hosts/working/job-pace.ts'

const progress = (done: number, total: number | null = 1_000, phase = 'Reading') => ({
  phase,
  done,
  total,
  mayBeCancelled: true,
})

test('contacts.md §3, rate and time left: measured over the last seconds, not since the beginning', () => {
  const pace = createPace()
  pace(progress(0), 0)
  for (let second = 1; second <= 10; second++) pace(progress(second * 10), second * 1_000)
  const { perSecond, secondsLeft } = pace(progress(600), 15_000)
  expect(perSecond).toBe(100)
  expect(secondsLeft).toBe(4)
})

test('too early to say: nothing is shown rather than a guess', () => {
  const pace = createPace()
  pace(progress(0), 0)
  expect(pace(progress(50), 500)).toMatchObject({ perSecond: null, secondsLeft: null })
})

test('a new phase counts from its own beginning', () => {
  const pace = createPace()
  pace(progress(0), 0)
  pace(progress(1_000), 2_000)
  expect(pace(progress(0, 500, 'Storing'), 2_100).perSecond).toBeNull()
  expect(pace(progress(100, 500, 'Storing'), 4_100)).toMatchObject({ perSecond: 50, secondsLeft: 8 })
})

test('without a total, or without getting on, no time is promised', () => {
  const pace = createPace()
  pace(progress(0, null), 0)
  expect(pace(progress(100, null), 2_000)).toMatchObject({ perSecond: 50, secondsLeft: null })
  const stuck = createPace()
  stuck(progress(5), 0)
  expect(stuck(progress(5), 2_000)).toMatchObject({ perSecond: 0, secondsLeft: null })
})
