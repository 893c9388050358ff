import { expect, test } from 'vitest'
import { realClock } from '../../src-main/engine/real-clock.ts'

test('sleeping until a time that is over lets timers have their turn', async () => {
  let ticked = false
  setTimeout(() => (ticked = true), 0)
  const { signal } = new AbortController()
  for (let turn = 0; turn < 10_000 && !ticked; turn++) await realClock.sleep(0, signal, true)
  expect(ticked).toBe(true)
})
