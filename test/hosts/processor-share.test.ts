import { expect, test } from 'vitest'
import { createProcessorShare } from '../../src-main/hosts/processor-share.ts'

test('monitoring.md §4, “Home: … engine”: what the program takes of a processor core, between two looks', () => {
  let at = 0
  let userMicros = 0
  const share = createProcessorShare(
    () => at,
    () => ({ user: userMicros, system: 100_000 }),
  )
  expect(share()).toBeNull()
  at = 2_000
  userMicros = 500_000
  expect(share()).toBe(0.25)
  at = 2_500
  userMicros = 900_000
  expect(share(), 'within a second').toBe(0.25)
  at = 4_000
  userMicros = 3_500_000
  expect(share(), 'two threads').toBe(1.5)
})
