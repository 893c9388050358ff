import type { BrowserWindow } from 'electron'

export interface DeskOptions {
  /** Makes a new window and joins it to the engine. */
  readonly open: () => BrowserWindow
  /** Whether work goes on that a closed window must not end. */
  readonly staysInTray: () => boolean
  readonly isQuitting: () => boolean
}

export interface Desk {
  /** Brings the window to the front; makes one when there is none. */
  show(): void
}

/** The window's life: closing it hides it while campaigns wait or call, and closes it otherwise. */
export const createDesk = ({ open, staysInTray, isQuitting }: DeskOptions): Desk => {
  let window: BrowserWindow | undefined
  const make = (): BrowserWindow => {
    const made = open()
    made.on('close', event => {
      if (isQuitting() || !staysInTray()) return
      event.preventDefault()
      made.hide()
    })
    made.once('closed', () => {
      window = undefined
    })
    return made
  }
  return {
    show() {
      if (!window) {
        window = make()
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
  }
}
