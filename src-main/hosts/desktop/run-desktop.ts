import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import type { Compose } from '../application.ts'
import type { BuiltFiles } from '../built-files.ts'
import { jobHandlers } from '../control/job-handlers.ts'
import { listenForControl } from '../control/listen.ts'
import { openLog } from '../open-log.ts'
import { createSealedFile } from '../secrets/sealed-file.ts'
import { createDesk } from './desk.ts'
import { handOverPort } from './hand-over-port.ts'
import { openWindow } from './open-window.ts'
import { scheme } from './page-address.ts'
import { answerPage } from './page-protocol.ts'
import { watchQuit } from './quit.ts'
import { relaunch } from './relaunch.ts'
import { createSafeStorageSeal } from './safe-storage-seal.ts'
import { createAtLogin } from './start-at-login.ts'
import { stayAwake } from './stay-awake.ts'
import { createTray } from './tray.ts'
import { words } from './words.ts'

export interface DesktopOptions {
  readonly compose: Compose
  readonly dataDir: string
  readonly files: BuiltFiles
  /** Where the system's signals arrive: the process. */
  readonly signals: NodeJS.EventEmitter
  /** Begins without a window, as at login. */
  readonly inTray?: boolean
}

/** The desktop host once Electron is ready: engine first, then window, tray and the ways out. */
export const runDesktop = async ({
  compose,
  dataDir,
  files,
  signals,
  inTray = false,
}: DesktopOptions): Promise<void> => {
  const { log, close: closeLog } = openLog(dataDir, line => console.error(line))
  // A file of its own: what the desktop's key store has sealed, the console could not open.
  const secrets = createSealedFile(join(dataDir, 'secrets-desktop.json'), createSafeStorageSeal())
  let comesBack = false
  const engine = await compose({
    dataDir,
    workers: files.workers,
    resources: files.resources,
    log,
    kind: 'desktop',
    secrets,
    atLogin: createAtLogin(dataDir),
    // A window and an engine belong together for as long as the process lives.
    reopen: () => {
      comesBack = true
      void quit.now()
    },
  })
  if ('refused' in engine) {
    dialog.showErrorBox(words().cannotOpen, engine.message)
    return app.exit(1)
  }

  protocol.handle(scheme, request => answerPage(request, { rendererDir: files.renderer, app: engine }))
  stayAwake(engine)
  const control = await listenForControl(dataDir, {
    'stop-all': async ({ hangUp }) => {
      await engine.stopAll({ hangUp })
      return { activeCalls: engine.activeCalls() }
    },
    ...jobHandlers(engine.jobs),
    ...engine.campaigns,
    backup: engine.backup,
    status: async () => ({ host: 'desktop', pid: process.pid, activeCalls: engine.activeCalls() }),
  })
  const quit = watchQuit(engine, async () => {
    if ('close' in control) await control.close()
    closeLog()
    if (comesBack) relaunch()
  })
  const desk = createDesk({
    open: () => {
      const window = openWindow(files)
      handOverPort(window, engine)
      return window
    },
    staysInTray: () => engine.campaignsWait() || engine.activeCalls() > 0,
    isQuitting: quit.isQuitting,
  })
  createTray({ app: engine, resources: files.resources, open: desk.show, quit: () => app.quit() })
  app.on('second-instance', desk.show)
  app.on('activate', desk.show)
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) signals.on(signal, () => void quit.now())
  if (!inTray) desk.show()
}
