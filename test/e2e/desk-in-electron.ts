import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect } from '@playwright/test'
import { atHome, type DeskUnderTest } from './desk-under-test.ts'

const root = resolve(import.meta.dirname, '..', '..')
const program = join(root, 'out', 'main', 'desktop.js')
/** Calls that are up may come to their end first. */
const longestEndMs = 60_000

/** `desk`: the program's own window. */
export const inElectron = base.extend<{ desk: DeskUnderTest }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from the pattern
  desk: async ({}, use) => {
    const data = mkdtempSync(join(tmpdir(), 'trunkline-window-'))
    const faults: string[] = []
    const start = async () => {
      const app = await _electron.launch({ args: [program, '--data', data, '--lang=en-US'], cwd: root })
      const page = await app.firstWindow()
      page.on('pageerror', error => faults.push(error.message))
      return { app, page }
    }
    let now = await start()
    await expect(now.page.getByRole('heading', { name: 'This workspace is empty' })).toBeVisible()
    await use({
      page: now.page,
      restart: async () => {
        await end(now.app)
        now = await start()
        await atHome(now.page)
        return now.page
      },
      saved: async act => {
        const [name] = await Promise.all([nextDownload(now.app), act()])
        return name
      },
    })
    await end(now.app)
    rmSync(data, { recursive: true, force: true })
    expect(faults, 'the page threw').toEqual([])
  },
})

/** A signal, since Quit asks about calls that are up. */
async function end(app: ElectronApplication) {
  const closed = app.waitForEvent('close', { timeout: longestEndMs })
  app.process().kill('SIGTERM')
  await closed
}

/** Electron's own event: its downloads do not reach Playwright. Nothing is stored, so no dialog opens. */
const nextDownload = (app: ElectronApplication): Promise<string> =>
  app.evaluate(
    ({ session }) =>
      new Promise<string>(resolve =>
        session.defaultSession.once('will-download', (event, item) => {
          event.preventDefault()
          resolve(item.getFilename())
        }),
      ),
  )
