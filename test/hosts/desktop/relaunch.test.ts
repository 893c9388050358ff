import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { relaunch } from '../../../src-main/hosts/desktop/relaunch.ts'
import { app, seen } from '../../fakes/electron-stand-in.ts'
import { until } from '../../peers/programs.ts'
import { tempDir } from '../temp-dir.ts'

vi.mock('electron', () => import('../../fakes/electron-stand-in.ts'))

beforeEach(() => Object.assign(seen, { relaunched: 0, lockTaken: true }))

test.skipIf(process.platform === 'win32')(
  'an AppImage is started anew as a whole, once nobody else is taken for running',
  async () => {
    const folder = tempDir()
    const image = join(folder, 'Trunkline.AppImage')
    writeFileSync(image, `#!/bin/sh\ntouch "${folder}/started"\n`, { mode: 0o755 })
    app.isPackaged = true
    relaunch(image)
    expect([seen.relaunched, seen.lockTaken]).toEqual([0, false])
    await until('it is started', () => existsSync(join(folder, 'started')), 20_000)
  },
)

test('any other program is started again by Electron', () => {
  app.isPackaged = true
  relaunch(undefined)
  app.isPackaged = false
  relaunch('/somebody/elses.AppImage')
  expect(seen.relaunched).toBe(2)
})
