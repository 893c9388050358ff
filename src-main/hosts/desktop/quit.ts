import { dialog, app as electron } from 'electron'
import type { Application } from '../application.ts'
import { words } from './words.ts'

/** Long enough for nearly every call to come to its own end. */
const finishSeconds = 300
/** The system that tells us to stop by a signal will not wait longer. */
const toldSeconds = 30

export interface QuitFlow {
  /** Whether the program is on its way out: the window may really close then. */
  isQuitting(): boolean
  /** Ends without asking anybody. */
  now(): Promise<void>
}

/** Quitting with calls in progress asks, lets them end, then quits; it is asked once, however often Quit is pressed. */
export const watchQuit = (
  app: Pick<Application, 'activeCalls' | 'close'>,
  last: () => Promise<void>,
): QuitFlow => {
  let state: 'running' | 'asking' | 'closing' | 'closed' = 'running'
  const close = async (drainSeconds: number) => {
    if (state === 'closing' || state === 'closed') return
    state = 'closing'
    await app.close({ drainSeconds })
    await last()
    state = 'closed'
    electron.quit()
  }
  electron.on('before-quit', event => {
    if (state === 'closed') return
    event.preventDefault()
    if (state !== 'running') return
    state = 'asking'
    void ask(app.activeCalls()).then(drainSeconds => {
      if (drainSeconds === null) state = 'running'
      else return close(drainSeconds)
    })
  })
  return { isQuitting: () => state !== 'running' && state !== 'asking', now: () => close(toldSeconds) }
}

/** How long calls may go on; `null`: stay. */
const ask = async (active: number): Promise<number | null> => {
  if (active === 0) return 0
  const said = words()
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: said.quitTitle(active),
    detail: said.quitDetail,
    buttons: [said.finishAndQuit, said.hangUpAndQuit, said.stay],
    defaultId: 0,
    cancelId: 2,
  })
  return response === 0 ? finishSeconds : response === 1 ? 0 : null
}
