import { expect, test } from 'vitest'
import { createReception } from '../../../src-main/telephony/media/reception.ts'

function taken(sequences: readonly number[], arrival = (at: number) => at * 20) {
  const reception = createReception()
  const verdicts = sequences.map((sequence, at) => reception.take(sequence, sequence * 160, arrival(at)))
  return { verdicts, ...reception.figures() }
}

test('a complete stream has lost nothing', () =>
  expect(taken([7, 8, 9])).toMatchObject({ received: 3, expected: 3, jitterMs: 0 }))

test('a gap counts as lost until it is filled', () => {
  expect(taken([1, 2, 5])).toMatchObject({ received: 3, expected: 5 })
  expect(taken([1, 2, 5, 3, 4])).toMatchObject({ received: 5, expected: 5 })
})

test('sequence numbers that begin anew after 65535 are no loss', () =>
  expect(taken([65_534, 65_535, 0, 1])).toMatchObject({ received: 4, expected: 4, highest: 65_537 }))

test('a packet that comes twice is told apart and not counted', () =>
  expect(taken([1, 2, 2, 1, 3])).toMatchObject({
    verdicts: ['new', 'new', 'replayed', 'replayed', 'new'],
    received: 3,
    expected: 3,
  }))

test('a recording of the stream played back later adds nothing', () => {
  const stream = Array.from({ length: 50 }, (_, at) => at + 100)
  const { verdicts, received } = taken([...stream, ...stream])
  expect(verdicts.slice(50).every(verdict => verdict === 'replayed')).toBe(true)
  expect(received).toBe(50)
})

test('a sender that begins anew is counted on from there', () =>
  expect(taken([100, 101, 102, 40_000, 40_001])).toMatchObject({ received: 5, expected: 5 }))

test('packets that come 20 ms early and late by turns have jitter', () => {
  const stream = Array.from({ length: 400 }, (_, at) => at)
  const { jitterMs } = taken(stream, at => at * 20 + (at % 2) * 10)
  expect(jitterMs).toBeCloseTo(10, 0)
})
