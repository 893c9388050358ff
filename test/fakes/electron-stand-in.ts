import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** The few parts of Electron that the desktop host touches, enough to load it where Electron's binary cannot be had. */

type Reply = (request: Request) => Promise<Response>

/** What the host has done so far, for tests to look at. */
export const seen = {
  schemes: [] as unknown[],
  protocols: new Map<string, Reply>(),
  windows: [] as BrowserWindow[],
  trays: [] as Tray[],
  blockers: new Set<number>(),
  errorBoxes: [] as string[],
  questions: [] as { message: string; buttons: string[] }[],
  /** Which button the person presses at the next question. */
  pressed: 0,
  lockTaken: false,
  relaunched: 0,
  /** Programs that the system starts at login: by their arguments, as Windows tells them apart. */
  loginItems: new Set<string>(),
  quit: 0,
  exitCode: null as number | null,
  paths: new Map<string, string>(),
  /** As the system tells it. */
  locale: 'en-GB',
  /** What Linux's key store is; `basic_text` is no key store at all. */
  storageBackend: 'gnome_libsecret',
}

class App extends EventEmitter {
  isPackaged = false
  setPath(name: string, path: string) {
    seen.paths.set(name, path)
  }
  requestSingleInstanceLock() {
    return !seen.lockTaken
  }
  releaseSingleInstanceLock() {
    seen.lockTaken = false
  }
  relaunch() {
    seen.relaunched++
  }
  getLocale() {
    return seen.locale
  }
  getAppPath() {
    return '/opt/trunkline'
  }
  getLoginItemSettings({ args }: { args: string[] }) {
    return { openAtLogin: seen.loginItems.has(args.join()) }
  }
  setLoginItemSettings({ openAtLogin, args }: { openAtLogin: boolean; args: string[] }) {
    if (openAtLogin) seen.loginItems.add(args.join())
    else seen.loginItems.delete(args.join())
  }
  whenReady() {
    return Promise.resolve()
  }
  /** As Electron does: everybody may object first. */
  quit() {
    let objected = false
    this.emit('before-quit', { preventDefault: () => (objected = true) })
    if (!objected) seen.quit++
  }
  exit(code: number) {
    seen.exitCode = code
  }
}
export const app = new App()

class Session {
  request:
    | ((
        contents: unknown,
        permission: string,
        decide: (granted: boolean) => void,
        details: { mediaTypes?: string[] | undefined },
      ) => void)
    | undefined
  check:
    | ((
        contents: unknown,
        permission: string,
        origin: string,
        details: { mediaType?: string | undefined },
      ) => boolean)
    | undefined
  setPermissionRequestHandler(handler: Session['request']) {
    this.request = handler
  }
  setPermissionCheckHandler(handler: Session['check']) {
    this.check = handler
  }
}

class WebContents extends EventEmitter {
  readonly session = new Session()
  readonly mainFrame = { url: '' }
  readonly posted: { channel: string; ports: MessagePortMain[] }[] = []
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: WebContents['openHandler']) {
    this.openHandler = handler
  }
  postMessage(channel: string, _message: unknown, ports: MessagePortMain[]) {
    this.posted.push({ channel, ports })
    this.emit('posted')
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> }
  visible = false
  closed = false
  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    seen.windows.push(this)
  }
  setMenuBarVisibility() {}
  async loadURL(url: string) {
    this.webContents.mainFrame.url = url
    this.webContents.emit('did-navigate')
    queueMicrotask(() => this.emit('ready-to-show'))
  }
  isMinimized() {
    return false
  }
  restore() {}
  focus() {}
  show() {
    this.visible = true
  }
  hide() {
    this.visible = false
  }
  /** The person presses the window's cross. */
  close() {
    let objected = false
    this.emit('close', { preventDefault: () => (objected = true) })
    if (objected) return
    this.closed = true
    this.emit('closed')
    app.emit('window-all-closed')
  }
}

export const ipcMain = new EventEmitter()

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void seen.schemes.push(...schemes),
  handle: (scheme: string, reply: Reply) => void seen.protocols.set(scheme, reply),
}

/** Electron's ports speak in events that carry `data`, and wait for `start`. */
export class MessagePortMain extends EventEmitter {
  readonly port: MessagePort
  constructor(port: MessagePort) {
    super()
    this.port = port
    port.on('close', () => this.emit('close'))
  }
  start() {
    this.port.on('message', data => this.emit('message', { data, ports: [] }))
  }
  postMessage(data: unknown) {
    this.port.postMessage(data)
  }
  close() {
    this.port.close()
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}

export interface MenuItem {
  readonly label?: string
  readonly click?: () => void
}

export const Menu = { buildFromTemplate: (items: MenuItem[]) => items }

export class Tray extends EventEmitter {
  readonly icon: string
  menu: MenuItem[] = []
  tip = ''
  constructor(icon: string) {
    super()
    this.icon = icon
    seen.trays.push(this)
  }
  setContextMenu(menu: MenuItem[]) {
    this.menu = menu
  }
  setToolTip(tip: string) {
    this.tip = tip
  }
}

let blockers = 0
export const powerSaveBlocker = {
  start: () => {
    seen.blockers.add(++blockers)
    return blockers
  },
  stop: (id: number) => void seen.blockers.delete(id),
}

export const dialog = {
  showErrorBox: (title: string, text: string) => void seen.errorBoxes.push(`${title}: ${text}`),
  async showMessageBox(question: { message: string; buttons: string[] }) {
    seen.questions.push(question)
    return { response: seen.pressed }
  },
}

export const safeStorage = {
  getSelectedStorageBackend: () => seen.storageBackend,
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from(text).map(byte => byte ^ 0x5a),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: Buffer.from(sealed.map(byte => byte ^ 0x5a)).toString(),
    shouldReEncrypt: false,
  }),
}
