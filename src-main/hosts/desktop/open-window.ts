import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { BuiltFiles } from '../built-files.ts'
import { isOurPage, pageAddress } from './page-address.ts'

/** The one window: a sandboxed page of ours that leads nowhere else and may ask for nothing but notifications and the microphone. */
export const openWindow = (files: BuiltFiles): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Trunkline',
    icon: join(files.resources, 'icons', 'trunkline.png'),
    webPreferences: {
      preload: files.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const)
    webContents.on(event as 'will-navigate', details => {
      if (!isOurPage(details.url)) details.preventDefault()
    })
  webContents.on('will-attach-webview', event => event.preventDefault())
  webContents.session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(
      permission === 'notifications' ||
        (permission === 'media' && isSound('mediaTypes' in details ? details.mediaTypes : [])),
    ),
  )
  webContents.session.setPermissionCheckHandler(
    (_contents, permission, _origin, details) =>
      permission === 'notifications' || (permission === 'media' && details.mediaType === 'audio'),
  )
  window.setMenuBarVisibility(false)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageAddress)
  return window
}

/** The microphone speaks to an agent that is tried; nobody needs a camera. */
const isSound = (media: readonly string[] = []): boolean =>
  media.length > 0 && media.every(kind => kind === 'audio')
