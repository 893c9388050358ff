import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createJitterBuffer } from '../../../../src-renderer/ui/listen/jitter-buffer.ts'

const limits = { start: 40, most: 100 }
const from = (first: number, length: number) => Float32Array.from({ length }, (_, at) => first + at)
const taken = (buffer: ReturnType<typeof createJitterBuffer>, length: number) => {
  const into = new Float32Array(length)
  buffer.take(into)
  return [...into]
}

test('nothing is played before enough is held back, then everything in its order', () => {
  const buffer = createJitterBuffer(limits)
  buffer.put(from(1, 20))
  expect(taken(buffer, 10)).toEqual(new Array(10).fill(0))
  buffer.put(from(21, 20))
  expect(taken(buffer, 30)).toEqual([...from(1, 30)])
  expect(taken(buffer, 20)).toEqual([...from(31, 10), ...new Array(10).fill(0)])
})

test('after a gap it gathers anew instead of crackling', () => {
  const buffer = createJitterBuffer(limits)
  buffer.put(from(1, 40))
  taken(buffer, 50)
  buffer.put(from(41, 20))
  expect(taken(buffer, 10)).toEqual(new Array(10).fill(0))
  buffer.put(from(61, 20))
  expect(taken(buffer, 10)).toEqual([...from(41, 10)])
})

test('what has piled up is left out: nobody hears the past', () => {
  const buffer = createJitterBuffer(limits)
  for (let at = 0; at < 6; at++) buffer.put(from(at * 20 + 1, 20))
  expect(taken(buffer, 10)).toEqual([...from(81, 10)])
})

test('whatever comes and goes, sound stays in its order and never runs further behind than is allowed', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60 }))), steps => {
      const buffer = createJitterBuffer(limits)
      let put = 0
      let last = 0
      for (const [isPut, length] of steps)
        if (isPut) {
          buffer.put(from(put + 1, length))
          put += length
        } else
          for (const sample of taken(buffer, length).filter(sample => sample !== 0)) {
            expect(sample).toBeGreaterThan(last)
            expect(put - sample).toBeLessThan(limits.most)
            last = sample
          }
    }),
  ))
