import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inRoot } from '../../resources/dev/places.mjs'

const aLock = () => {
  const name = `test-${process.pid}-${Math.trunc(performance.now() * 1000)}`
  const file = inRoot('out', `.lock-${name}`)
  onTestFinished(() => rmSync(file, { force: true }))
  return { name, file }
}

/** Another process that takes the lock, adds to a file without care for others, and lets go. */
const worker = (name, log) => {
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs'
    import { withLock } from ${JSON.stringify(inRoot('resources', 'dev', 'lock.mjs'))}
    for (let turn = 0; turn < 5; turn++)
      await withLock(${JSON.stringify(name)}, async () => {
        const before = Number(readFileSync(${JSON.stringify(log)}, 'utf8'))
        await new Promise(resolve => setTimeout(resolve, 5))
        writeFileSync(${JSON.stringify(log)}, String(before + 1))
      })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })
  return new Promise(resolve => child.once('exit', resolve))
}

const aCounter = () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'count')
  writeFileSync(file, '0')
  return file
}

test('starts at the same time take turns', async () => {
  const { name, file } = aLock()
  const count = aCounter()
  expect(await Promise.all([1, 2, 3, 4].map(() => worker(name, count)))).toEqual([0, 0, 0, 0])
  const { readFileSync } = await import('node:fs')
  expect(readFileSync(count, 'utf8')).toBe('20')
  expect(existsSync(file)).toBe(false)
})

test('a lock whose holder was killed is taken over', async () => {
  const { name, file } = aLock()
  const dead = spawn(process.execPath, ['-e', '0'])
  await new Promise(resolve => dead.once('exit', resolve))
  writeFileSync(file, `${hostname()} ${dead.pid} 1`)
  expect(await worker(name, aCounter())).toBe(0)
})

test('a lock of another computer is taken over once its holder is silent', async () => {
  const { name, file } = aLock()
  writeFileSync(file, 'another-computer 1 1')
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(file, longAgo, longAgo)
  expect(await worker(name, aCounter())).toBe(0)
})
