import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder } from '../../make/workspace.ts'

/** Starts the program on the same workspace so often; what it said each time, `null` where it broke off. */
function starts(how: string, times: number): unknown[] {
  const folder = aFolder()
  onTestFinished(() => folder.remove())
  const program = resolve(import.meta.dirname, 'crashing-program.ts')
  return Array.from({ length: times }, () => {
    const { status, stdout } = spawnSync(process.execPath, [program, folder.file, how], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    return status === 0 ? JSON.parse(stdout) : null
  })
}

test('quality.md §2: a job that ends the program is begun twice; the third start fails it and keeps nothing', () => {
  const [first, second, third] = starts('abort', 3)
  expect([first, second]).toEqual([null, null])
  expect(third).toMatchObject({
    state: 'failed',
    message:
      'The program broke off twice while this was at work, so it does not go on by itself. Nothing of it was kept.',
    tags: 0,
  })
}, 240_000)

test('where cleaning up ends the program too, the start after that gives up and says what is left', () => {
  const ends = starts('abort-always', 4)
  expect(ends.slice(0, 3)).toEqual([null, null, null])
  expect(ends[3]).toMatchObject({
    state: 'failed',
    message:
      'The program broke off twice while this was at work, so it does not go on by itself. What it had stored could not be taken back.',
    // Three by the first start, one more by the second.
    tags: 4,
  })
}, 240_000)

test('one that ended the program once is finished by the next start', () => {
  const [first, second] = starts('abort-once', 2)
  expect(first).toBeNull()
  expect(second).toMatchObject({ state: 'done', tags: 5 })
}, 240_000)
