import { expect, test } from 'vitest'
import { createPracticeClock } from '../../src-main/engine/practice-clock.ts'
import { realClock } from '../../src-main/engine/real-clock.ts'

const never = new AbortController().signal
const monday = Date.UTC(2026, 10, 23, 9)

test('it starts where it is told and jumps over idle time', async () => {
  let real = 1_000
  const clock = createPracticeClock(monday, () => real)
  expect(clock.now()).toBe(monday)
  await clock.sleep(monday + 7 * 24 * 3_600_000, never, true)
  expect(clock.now()).toBe(monday + 7 * 24 * 3_600_000)
  expect(clock.ahead()).toBe(7 * 24 * 3_600_000)
  real += 250
  expect(clock.now()).toBe(monday + 7 * 24 * 3_600_000 + 250)
})

test('while something is in progress its time is real', async () => {
  const clock = createPracticeClock(monday)
  await clock.sleep(clock.now() + 20, never, false)
  expect(clock.ahead()).toBe(0)
  expect(clock.now()).toBeGreaterThanOrEqual(monday + 20)
})

test('a wake-up before the jump is heard: no time is skipped', async () => {
  const clock = createPracticeClock(monday, () => 0)
  const wake = new AbortController()
  const slept = clock.sleep(monday + 3_600_000, wake.signal, true)
  wake.abort()
  await slept
  expect(clock.now()).toBe(monday)
})

test.each([true, false])('a sleep without end is ended by a wake-up (idle: %s)', async idle => {
  for (const clock of [createPracticeClock(monday), realClock]) {
    const wake = new AbortController()
    const slept = clock.sleep(Number.POSITIVE_INFINITY, wake.signal, idle)
    setImmediate(() => wake.abort())
    await slept
    expect(wake.signal.aborted).toBe(true)
  }
})

test('a jump to a fraction of a millisecond lands on a whole one', async () => {
  const clock = createPracticeClock(monday, () => 0)
  await clock.sleep(monday + 33.4, never, true)
  expect(clock.now()).toBe(monday + 34)
})

test('who asks is told of each jump', async () => {
  const jumps: (readonly [number, number])[] = []
  const clock = createPracticeClock(
    monday,
    () => 0,
    (from, until) => jumps.push([from - monday, until - monday]),
  )
  await clock.sleep(monday + 5_000, never, true)
  await clock.sleep(monday + 4_000, never, true)
  expect(jumps).toEqual([[0, 5_000]])
})
