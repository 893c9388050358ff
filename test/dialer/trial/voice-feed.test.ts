import { expect, test } from 'vitest'
import { createVoiceFeed } from '../../../src-main/dialer/trial/voice-feed.ts'

const part = (n: number) => Int16Array.of(n)

function aFeed() {
  const left: number[] = []
  return { left, feed: createVoiceFeed(samples => left.push(samples[0] as number)) }
}

test('a little is gathered before the voice leaves, so that a late part is not heard as a gap', () => {
  const { feed, left } = aFeed()
  feed.put(part(1))
  expect(left).toEqual([])
  feed.put(part(2))
  feed.put(part(3))
  expect(left).toEqual([1, 2, 3])
})

test('after it ran dry it is gathered again', () => {
  const { feed, left } = aFeed()
  for (const n of [1, 2]) feed.put(part(n))
  for (const _ of left.slice()) feed.played()
  feed.put(part(3))
  expect(left).toEqual([1, 2])
  feed.put(part(4))
  expect(left).toEqual([1, 2, 3, 4])
})

test('a burst is cut off instead of being heard seconds later', () => {
  const { feed, left } = aFeed()
  for (let n = 1; n <= 50; n++) feed.put(part(n))
  expect(left).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  feed.played()
  feed.put(part(51))
  expect(left.at(-1)).toBe(51)
})
