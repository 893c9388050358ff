import { expect, test } from 'vitest'
import { createFrameQueue } from '../../src-main/api/frame-queue.ts'

async function all<T>(frames: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = []
  for await (const frame of frames) taken.push(frame)
  return taken
}

test('frames come out in turn, those from before the end too', async () => {
  const queue = createFrameQueue<number>(10)
  for (const frame of [1, 2, 3]) queue.put(frame)
  queue.end()
  queue.put(4)
  expect(await all(queue.frames())).toEqual([1, 2, 3])
})

test('who is slower than the call misses the oldest, and memory stays bounded', async () => {
  const queue = createFrameQueue<number>(3)
  for (let frame = 1; frame <= 10; frame++) queue.put(frame)
  queue.end()
  expect(await all(queue.frames())).toEqual([8, 9, 10])
})

test('who waits is woken by a frame and by the end', async () => {
  const queue = createFrameQueue<number>(3)
  const heard = all(queue.frames())
  await Promise.resolve()
  queue.put(1)
  await Promise.resolve()
  queue.end()
  expect(await heard).toEqual([1])
})
