import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { buildWhenNeeded } from '../../../resources/dev/build.mjs'
import { inRoot } from '../../../resources/dev/places.mjs'

const preload = inRoot('out', 'preload', 'preload.cjs')

test('the built program opens its window, hands its page one port and answers a call through it', async () => {
  await buildWhenNeeded()
  const data = mkdtempSync(join(tmpdir(), 'trunkline-desktop-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const driver = fileURLToPath(new URL('drive-built.mjs', import.meta.url))
  const args = [driver, inRoot('out', 'main', 'desktop.js'), preload, data]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 50_000 })
  const seen = JSON.parse(stdout)
  expect(seen.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  expect(seen.userData).toBe(join(data, 'window'))
  expect(seen.preload).toBe(preload)
  expect(seen.icons.map(icon => existsSync(icon))).toEqual([true, true])
  expect(seen.handed).toEqual([{ message: 'trunkline:port', origin: 'app://trunkline', ports: 1 }])
  expect(seen.live).toMatchObject({ activeCalls: 0, empty: true })
  expect(seen.page.policy).toContain("script-src 'self'")
  expect([seen.page.status, seen.script.status, seen.script.type]).toEqual([
    200,
    200,
    expect.stringContaining('javascript'),
  ])
})

test('the preload script is one CommonJS file that needs nothing but Electron', async () => {
  await buildWhenNeeded()
  const needed = [...readFileSync(preload, 'utf8').matchAll(/require\("([^"]+)"\)|from ['"]([^'"]+)/g)]
  expect(needed.map(([, name]) => name)).toEqual(['electron'])
})
