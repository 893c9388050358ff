import { afterEach, expect, test, vi } from 'vitest'
import { runInElectron, screenLacks } from '../../resources/dev/testing/electron.mjs'

const passed = { passed: 4, failed: 0, skipped: 0, failures: [] }
const found = vi.fn(async () => null)
const run = vi.fn(async () => passed)

afterEach(() => {
  vi.clearAllMocks()
  vi.restoreAllMocks()
})

test('with a screen and Electron the desk is tested in its own window', async () => {
  expect(await runInElectron(found, run, null)).toEqual(passed)
  expect(run).toHaveBeenCalledWith('electron', [], { TRUNKLINE_DESK: 'electron' })
})

test('without Electron its tests count as skipped, and one line says why', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const count = await runInElectron(async () => 'its download is switched off', run, null)
  expect(count).toEqual({ passed: 0, failed: 0, skipped: 1, failures: [] })
  expect(said.mock.calls.join('')).toBe(
    'Not run in the desktop window, only in the browser: its download is switched off.\n',
  )
  expect(run).not.toHaveBeenCalled()
})

test('without a screen nothing is fetched', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runInElectron(found, run, 'there is no screen')).toMatchObject({ skipped: 1, failed: 0 })
  expect(found).not.toHaveBeenCalled()
})

test.each([
  ['linux', {}, 'there is no screen (DISPLAY)'],
  ['linux', { DISPLAY: ':0' }, null],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, null],
  ['darwin', {}, null],
  ['win32', {}, null],
])('%s with %o: %s', (platform, env, lacks) => expect(screenLacks(platform, env)).toBe(lacks))
