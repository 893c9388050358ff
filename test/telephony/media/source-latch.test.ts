import { expect, test } from 'vitest'
import { createSourceLatch, learningMs, type Source } from '../../../src-main/telephony/media/source-latch.ts'

const announced: Source = { address: '10.0.0.1', port: 4000 }
const nat: Source = { address: '192.0.2.7', port: 61_000 }
const thief: Source = { address: '203.0.113.9', port: 4000 }

const aLatch = (...learned: Source[]) => {
  const latch = createSourceLatch(announced, 0)
  for (const source of learned) latch.learn(source)
  return latch
}

test('until anything comes, audio goes where the signalling says', () =>
  expect(aLatch().target()).toEqual(announced))

test('a caller behind NAT is answered where the packets come from', () =>
  expect(aLatch(nat).target()).toEqual(nat))

test('once learned, a stranger is refused', () => {
  expect(aLatch(nat).refuses(thief, 100)).toBe(true)
  expect(aLatch(announced).refuses(thief, 100)).toBe(true)
})

test('the announced address wins over a stranger who was faster', () => {
  const latch = aLatch(thief)
  expect(latch.refuses(announced, 1000)).toBe(false)
  latch.learn(announced)
  expect(latch.target()).toEqual(announced)
  expect(latch.refuses(thief, 1000)).toBe(true)
})

test('long after the signalling no stranger is learned, but the announced host is', () => {
  expect(aLatch().refuses(thief, learningMs + 1)).toBe(true)
  expect(aLatch().refuses({ ...announced, port: 5000 }, learningMs + 1)).toBe(false)
})
