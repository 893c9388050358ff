import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { snapshots } from '../../src-main/api/snapshots.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aView() {
  let changed = () => {}
  let subscribers = 0
  let value = 0
  const abort = new AbortController()
  const seen: number[] = []
  const done = (async () => {
    const view = snapshots({
      subscribe: listener => {
        changed = listener
        subscribers += 1
        return () => {
          subscribers -= 1
        }
      },
      take: async () => value,
      everyMs: 500,
      atLeastEveryMs: 5_000,
      signal: abort.signal,
    })
    for await (const snapshot of view) seen.push(snapshot)
  })()
  return {
    seen,
    done,
    abort,
    subscribers: () => subscribers,
    change: (to: number) => {
      value = to
      changed()
    },
  }
}

test('the first snapshot comes at once, a change within half a second, many changes as one', async () => {
  const view = aView()
  await vi.advanceTimersByTimeAsync(0)
  expect(view.seen).toEqual([0])
  for (const to of [1, 2, 3]) view.change(to)
  await vi.advanceTimersByTimeAsync(500)
  expect(view.seen).toEqual([0, 3])
  view.abort.abort()
  await vi.advanceTimersByTimeAsync(1)
  await view.done
})

test('a change after a quiet while is told without waiting', async () => {
  const view = aView()
  await vi.advanceTimersByTimeAsync(2_000)
  view.change(7)
  await vi.advanceTimersByTimeAsync(0)
  expect(view.seen).toEqual([0, 7])
  view.abort.abort()
  await vi.advanceTimersByTimeAsync(1)
  await view.done
})

test('figures age: without any change a snapshot comes every five seconds', async () => {
  const view = aView()
  await vi.advanceTimersByTimeAsync(10_001)
  expect(view.seen).toEqual([0, 0, 0])
  view.abort.abort()
  await vi.advanceTimersByTimeAsync(1)
  await view.done
})

test('a closed window leaves no listener behind', async () => {
  const view = aView()
  await vi.advanceTimersByTimeAsync(100)
  view.abort.abort()
  await vi.advanceTimersByTimeAsync(1)
  await view.done
  expect(view.subscribers()).toBe(0)
})
