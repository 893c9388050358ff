import { expect, test, vi } from 'vitest'
import { realClock } from '../../src-main/engine/real-clock.ts'

test('sleeping until a time that is over lets timers have their turn', async () => {
  let ticked = false
  setTimeout(() => (ticked = true), 0)
  const { signal } = new AbortController()
  for (let turn = 0; turn < 10_000 && !ticked; turn++) await realClock.sleep(0, signal, true)
  expect(ticked).toBe(true)
})

test('whoever sleeps wakes when the clock is set back: what was over may be to come again', async () => {
  const began = Date.now()
  const clock = vi.spyOn(Date, 'now').mockReturnValueOnce(began).mockReturnValueOnce(began)
  clock.mockReturnValue(began - 3_600_000)
  await realClock.sleep(began + 20, new AbortController().signal, true)
  expect(Date.now()).toBe(began - 3_600_000)
  clock.mockRestore()
})
