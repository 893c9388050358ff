import { EventEmitter } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Application } from '../../../src-main/hosts/application.ts'
import { builtFiles } from '../../../src-main/hosts/built-files.ts'
import { ask } from '../../../src-main/hosts/control/ask.ts'
import { runDesktop } from '../../../src-main/hosts/desktop/run-desktop.ts'
import {
  type BrowserWindow,
  app as electron,
  ipcMain,
  type MessagePortMain,
  seen,
} from '../../fakes/electron-stand-in.ts'
import { anApplication } from '../make-application.ts'
import { tempDir } from '../temp-dir.ts'

vi.mock('electron', () => import('../../fakes/electron-stand-in.ts'))

beforeEach(() => {
  Object.assign(seen, {
    windows: [],
    trays: [],
    questions: [],
    errorBoxes: [],
    pressed: 0,
    quit: 0,
    relaunched: 0,
    exitCode: null,
  })
  Object.assign(seen, { storageBackend: 'gnome_libsecret', locale: 'en-GB' })
  electron.removeAllListeners()
  ipcMain.removeAllListeners()
})

const aDesktop = async (override: Partial<Application> = {}) => {
  const dataDir = tempDir()
  const programs = join(tempDir(), 'main')
  const files = builtFiles(programs)
  mkdirSync(files.renderer, { recursive: true })
  writeFileSync(join(files.renderer, 'index.html'), 'the page')
  writeFileSync(join(files.renderer, 'main.js'), '0123456789')
  const app = anApplication(override)
  let given: Parameters<Parameters<typeof runDesktop>[0]['compose']>[0] | undefined
  const signals = new EventEmitter()
  await runDesktop({
    signals,
    dataDir,
    files,
    compose: async options => {
      given = options
      return app
    },
  })
  const [window] = seen.windows
  const [tray] = seen.trays
  if (!window || !tray || !given) throw new Error('nothing was opened')
  return { app, window, tray, dataDir, secrets: given.secrets, reopen: given.reopen, signals }
}

/** The page asks for its port, as the preload script does after loading. */
const ready = ({ webContents }: BrowserWindow, senderFrame: unknown = webContents.mainFrame) =>
  ipcMain.emit('trunkline:ready', { sender: webContents, senderFrame })

// biome-ignore lint/suspicious/noExplicitAny: the test's router has no contract
const clientOf = (port: MessagePortMain | undefined): any =>
  createORPCClient(new RPCLink({ port: port?.port as never }))

const settled = () => new Promise(resolve => setTimeout(resolve, 20))

test('the window is a sandboxed page that leads nowhere and is granted nothing', async () => {
  const { window } = await aDesktop()
  expect(window.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  })
  const { webContents } = window
  expect(webContents.openHandler?.({ url: 'https://example.com' })).toEqual({ action: 'deny' })
  const left = (url: string) => {
    const preventDefault = vi.fn()
    webContents.emit('will-navigate', { url, preventDefault })
    return preventDefault.mock.calls.length === 0
  }
  expect([left('https://example.com'), left('file:///etc/passwd'), left('app://other/')]).toEqual([
    false,
    false,
    false,
  ])
  expect(left('app://trunkline/campaigns/3')).toBe(true)
  const { request, check } = webContents.session
  const asked = (permission: string, mediaTypes?: string[]) => {
    const granted = vi.fn()
    request?.(webContents, permission, granted, { mediaTypes })
    return granted.mock.calls
  }
  expect([asked('media', ['audio']), asked('notifications')], 'agents.md 1: the microphone').toEqual([
    [[true]],
    [[true]],
  ])
  const refused = [
    asked('geolocation'),
    asked('media'),
    asked('media', ['video']),
    asked('media', ['audio', 'video']),
  ]
  expect(refused).toEqual([[[false]], [[false]], [[false]], [[false]]])
  const checked = (permission: string, mediaType?: string) =>
    check?.(webContents, permission, '', { mediaType })
  expect([checked('media', 'audio'), checked('media', 'video'), checked('geolocation')]).toEqual([
    true,
    false,
    false,
  ])
})

test('pages come from the own protocol under a strict policy, and nothing else does', async () => {
  const wav = join(tempDir(), '5.wav')
  writeFileSync(wav, 'RIFF56789')
  await aDesktop({ recordingFile: async id => (id === 5 ? wav : null) })
  const get = (url: string, headers = {}) => {
    const answer = seen.protocols.get('app')
    if (!answer) throw new Error('no protocol')
    return answer(new Request(url, { headers }))
  }
  const page = await get('app://trunkline/campaigns/3')
  expect([page.status, await page.text()]).toEqual([200, 'the page'])
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/)
  expect((await get('app://trunkline/main.js')).headers.get('content-type')).toContain('javascript')
  for (const url of [
    'app://other/',
    'app://trunkline/..%2f..%2fsecret.txt',
    'app://trunkline/none.js',
    'app://trunkline/%ff',
  ])
    expect((await get(url)).status).toBe(404)
  const part = await get('app://trunkline/recordings/5.wav', { range: 'bytes=4-' })
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
    206,
    '56789',
    'bytes 4-8/9',
  ])
  expect((await get('app://trunkline/recordings/5.wav', { range: 'bytes=90-' })).status).toBe(416)
  expect((await get('app://trunkline/recordings/6.wav')).status).toBe(404)
})

test('the page hands files in and saves those of jobs through the same protocol', async () => {
  const file = join(tempDir(), '5')
  writeFileSync(file, 'a,b')
  const came: string[] = []
  await aDesktop({
    takeUpload: async (body, { name }) => {
      came.push(name, String(Buffer.concat(await body.toArray())))
      return { upload: 'one' }
    },
    jobFile: async (job, which) =>
      Number(job) === 5 && which === 'rejected' ? { path: file, name: 'März.csv', bytes: 3 } : null,
  })
  const answer = seen.protocols.get('app')
  if (!answer) throw new Error('no protocol')
  const post = { method: 'POST', body: 'phone\n+49301' }
  const taken = await answer(new Request('app://trunkline/uploads?name=M%C3%A4rz.csv', post))
  expect([taken.status, await taken.json(), came]).toEqual([200, { upload: 'one' }, ['März.csv', post.body]])
  expect((await answer(new Request('app://other/uploads', post))).status).toBe(404)
  expect((await answer(new Request('app://trunkline/files/5/rejected', post))).status).toBe(404)
  const saved = await answer(new Request('app://trunkline/files/5/rejected'))
  expect([saved.status, await saved.text()]).toEqual([200, 'a,b'])
  expect(saved.headers.get('content-disposition')).toContain("filename*=UTF-8''M%C3%A4rz.csv")
  expect((await answer(new Request('app://trunkline/files/5/export'))).status).toBe(404)
})

test('the page gets one port per load, and calls cross it', async () => {
  const { window } = await aDesktop()
  ready(window)
  ready(window)
  expect(window.webContents.posted).toHaveLength(1)
  const [first] = window.webContents.posted
  const client = clientOf(first?.ports[0])
  first?.ports[0]?.port.start()
  expect(await client.ping()).toEqual({ pong: 'test' })
  const ended = new Promise(resolve => first?.ports[0]?.port.once('close', resolve))
  await window.loadURL('app://trunkline/')
  ready(window)
  expect(window.webContents.posted).toHaveLength(2)
  await ended
})

test('a frame inside the page, another window and a foreign page get no port', async () => {
  const { window } = await aDesktop()
  ready(window, { url: 'app://trunkline/' })
  ipcMain.emit('trunkline:ready', { sender: {}, senderFrame: window.webContents.mainFrame })
  window.webContents.mainFrame.url = 'https://example.com/'
  ready(window)
  expect(window.webContents.posted).toEqual([])
})

test('closing the window hides it while a campaign goes on, and quits when nothing does', async () => {
  let wait = true
  const { window, app, tray } = await aDesktop({ campaignsWait: () => wait })
  window.close()
  expect([window.closed, window.visible]).toEqual([false, false])
  tray.emit('click')
  expect(window.visible).toBe(true)
  wait = false
  window.close()
  await settled()
  expect(window.closed).toBe(true)
  expect([app.closed, seen.quit]).toEqual([[0], 1])
})

test('a second start shows the window that is there', async () => {
  const { window } = await aDesktop({ campaignsWait: () => true })
  window.close()
  electron.emit('second-instance')
  expect([window.visible, seen.windows.length]).toEqual([true, 1])
})

test('the tray pauses everything and says how many calls are up', async () => {
  const stops: unknown[] = []
  let tell: (active: number) => void = () => undefined
  const { tray } = await aDesktop({
    stopAll: async options => void stops.push(options),
    onActiveCalls: listener => {
      const before = tell
      tell = active => {
        before(active)
        listener(active)
      }
      return () => undefined
    },
  })
  tray.menu.find(({ label }) => label === 'Pause every campaign')?.click?.()
  expect(stops).toEqual([{ hangUp: false }])
  tell(2)
  expect([tray.tip, seen.blockers.size]).toEqual(['Trunkline: 2 calls in progress', 1])
  tell(0)
  expect([tray.tip, seen.blockers.size]).toEqual(['Trunkline', 0])
})

test.each([
  ['finishing them', 0, [300], 1],
  ['hanging up', 1, [0], 1],
  ['staying', 2, [], 0],
])('quitting with calls up asks once and does as told: %s', async (_, pressed, closed, quit) => {
  const { app } = await aDesktop({ activeCalls: () => 3 })
  seen.pressed = pressed
  electron.quit()
  electron.quit()
  await settled()
  expect(seen.questions.map(({ message }) => message)).toEqual(['3 calls in progress'])
  expect([app.closed, seen.quit]).toEqual([closed, quit])
})

test('desktop.md 4, German: tray and questions outside the page follow the language of the system', async () => {
  seen.locale = 'de-AT'
  const { tray } = await aDesktop({ activeCalls: () => 1 })
  expect(tray.tip).toBe('Trunkline: 1 Anruf im Gang')
  seen.pressed = 2
  electron.quit()
  await settled()
  expect(seen.questions).toMatchObject([
    {
      message: '1 Anruf im Gang',
      buttons: ['Anrufe ausklingen lassen, dann beenden', 'Auflegen und beenden', 'Weiterlaufen lassen'],
    },
  ])
})

test('desktop.md 4, start at login: it begins in the tray, and the window opens when it is asked for', async () => {
  const files = builtFiles(tempDir())
  const app = anApplication()
  await runDesktop({
    dataDir: tempDir(),
    files,
    compose: async () => app,
    signals: new EventEmitter(),
    inTray: true,
  })
  expect([seen.windows, seen.trays]).toEqual([[], [expect.anything()]])
  electron.emit('second-instance')
  expect(seen.windows).toHaveLength(1)
})

test('quitting with nothing up asks nobody', async () => {
  const { app } = await aDesktop()
  electron.quit()
  await settled()
  expect([seen.questions, app.closed, seen.quit]).toEqual([[], [0], 1])
})

test('the system that ends the session is not kept waiting by a question', async () => {
  const { app, signals } = await aDesktop({ activeCalls: () => 3 })
  signals.emit('SIGTERM')
  await settled()
  expect([seen.questions, app.closed, seen.quit]).toEqual([[], [30], 1])
})

test('desktop.md 5: for a restore the program closes everything, then another one takes over; a plain quit stays quit', async () => {
  const restoring = await aDesktop({ activeCalls: () => 3 })
  restoring.reopen?.()
  expect(seen.relaunched).toBe(0)
  await settled()
  expect([seen.questions, restoring.app.closed, seen.relaunched, seen.quit]).toEqual([[], [30], 1, 1])
  const { app } = await aDesktop()
  electron.quit()
  await settled()
  expect([app.closed, seen.relaunched]).toEqual([[0], 1])
})

test('a shell can stop all campaigns of the desktop', async () => {
  const { dataDir } = await aDesktop({ activeCalls: () => 4 })
  expect(await ask(dataDir, 'stop-all', { hangUp: false })).toEqual({
    is: 'answered',
    value: { activeCalls: 4 },
  })
})

test('passwords go to the key store of the desktop, and nowhere when there is none', async () => {
  const { secrets } = await aDesktop()
  await secrets.set('trunk-1', 'rhubarb')
  expect(await secrets.get('trunk-1')).toBe('rhubarb')
  if (process.platform !== 'linux') return
  seen.storageBackend = 'basic_text'
  await expect(secrets.set('trunk-1', 'rhubarb')).rejects.toThrow('no key store')
})

test('a workspace that cannot be opened is told in a box, with words', async () => {
  const refusal = { refused: 'in_use', message: 'Another Trunkline has it open.' }
  const signals = new EventEmitter()
  await runDesktop({
    dataDir: tempDir(),
    files: builtFiles(tempDir()),
    compose: async () => refusal,
    signals,
  })
  expect([seen.errorBoxes[0], seen.exitCode]).toEqual([expect.stringContaining('Another Trunkline'), 1])
})
