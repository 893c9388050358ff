import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAtLogin } from '../../../src-main/hosts/desktop/start-at-login.ts'
import { app, seen } from '../../fakes/electron-stand-in.ts'
import { tempDir } from '../temp-dir.ts'

vi.mock('electron', () => import('../../fakes/electron-stand-in.ts'))

beforeEach(() => {
  seen.loginItems.clear()
  app.isPackaged = false
})
afterEach(() => void vi.unstubAllEnvs())

test('desktop.md 4, start at login: on Windows and macOS the system is told, for this workspace alone', async () => {
  for (const platform of ['win32', 'darwin'] as const) {
    const [mine, other] = [createAtLogin('/data/a', platform), createAtLogin('/data/b', platform)]
    await mine.turn(true)
    expect([await mine.isOn(), await other.isOn()]).toEqual([true, false])
    await mine.turn(false)
    expect(await mine.isOn()).toBe(false)
  }
})

test('desktop.md 4, start at login: on Linux an entry of the desktop starts the image that was started, whatever its folder is called', async () => {
  const config = tempDir()
  vi.stubEnv('XDG_CONFIG_HOME', config)
  vi.stubEnv('APPIMAGE', '/home/ada/Trunk line.AppImage')
  app.isPackaged = true
  const atLogin = createAtLogin('/srv/100 % "$calls"', 'linux')
  expect(await atLogin.isOn()).toBe(false)
  await atLogin.turn(true)
  expect(await atLogin.isOn()).toBe(true)
  const entry = readFileSync(join(config, 'autostart', 'trunkline.desktop'), 'utf8')
  expect(entry.split('\n')).toContain(
    'Exec="/home/ada/Trunk line.AppImage" "--data" "/srv/100 %% \\"\\$calls\\"" "--tray"',
  )
  await atLogin.turn(false)
  await atLogin.turn(false)
  expect(await atLogin.isOn()).toBe(false)
})

test('from its sources the program is started with its folder', async () => {
  const config = tempDir()
  vi.stubEnv('XDG_CONFIG_HOME', config)
  vi.stubEnv('APPIMAGE', undefined)
  await createAtLogin('/data', 'linux').turn(true)
  const entry = readFileSync(join(config, 'autostart', 'trunkline.desktop'), 'utf8')
  expect(entry).toContain(`Exec="${process.execPath}" "/opt/trunkline" "--data" "/data" "--tray"`)
})
