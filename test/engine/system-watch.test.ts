import { expect, test } from 'vitest'
import { createSystemWatch } from '../../src-main/engine/auto-pause/system-watch.ts'

const LEAST = 1_000
const watching = (free: () => Promise<number>) => {
  const errors: unknown[] = []
  let looks = 0
  const watch = createSystemWatch({
    freeDisk: () => {
      looks += 1
      return free()
    },
    report: error => errors.push(error),
  })
  return { watch, errors, looks: () => looks }
}

test('the disk is looked at every five seconds at most', async () => {
  const { watch, looks } = watching(async () => LEAST)
  for (const now of [0, 1, 4_999, 5_000, 5_001, 10_000]) await watch.look(now)
  expect(looks()).toBe(3)
})

test('a clock that was set back does not keep it from looking', async () => {
  const { watch, looks } = watching(async () => LEAST)
  await watch.look(3_600_000)
  await watch.look(0)
  expect(looks()).toBe(2)
})

test('a disk that cannot be asked stops nobody: the writes themselves tell', async () => {
  let fails = false
  const { watch, errors } = watching(async () => {
    if (fails) throw new Error('statfs')
    return LEAST - 1
  })
  await watch.look(0)
  expect(watch.diskFull(LEAST)).toContain('0 MiB')
  // A cap that is lowered counts at once, not with the next look.
  expect(watch.diskFull(LEAST - 1)).toBeNull()
  fails = true
  await watch.look(10_000)
  expect([watch.diskFull(LEAST), errors]).toEqual([null, [new Error('statfs')]])
})

test('beats that are late for a minute are an overload, until one is on time or somebody resumes', () => {
  const { watch } = watching(async () => LEAST)
  const late = (from: number) => {
    for (let now = from; now <= from + 70_000; now += 10_000) watch.beat(now - 6_000, now)
  }
  late(100_000)
  expect(watch.overloaded()).toBe('The engine was more than 5 s behind for 70 s')
  watch.beat(200_000, 200_000)
  expect(watch.overloaded()).toBeNull()
  late(300_000)
  watch.forget()
  expect(watch.overloaded()).toBeNull()
})
