import { RPCHandler } from '@orpc/server/message-port'
import {
  type BrowserWindow,
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
} from 'electron'
import type { Application } from '../application.ts'
import { isOurPage } from './page-address.ts'

/** Gives the page one port to the engine per load. Whoever else asks, and a page that asks twice, gets nothing. */
export const handOverPort = (window: BrowserWindow, app: Pick<Application, 'router' | 'context'>): void => {
  const handler = new RPCHandler(app.router)
  const { webContents } = window
  let served: MessagePortMain | undefined
  let handed = false
  const hand = (event: IpcMainEvent) => {
    const fromOurPage = event.sender === webContents && event.senderFrame === webContents.mainFrame
    if (!fromOurPage || !isOurPage(event.senderFrame?.url) || handed) return
    handed = true
    served?.close()
    const { port1, port2 } = new MessageChannelMain()
    handler.upgrade(port1, { context: app.context })
    port1.start()
    served = port1
    webContents.postMessage('trunkline:port', null, [port2])
  }
  webContents.on('did-navigate', () => {
    handed = false
  })
  ipcMain.on('trunkline:ready', hand)
  window.once('closed', () => {
    ipcMain.off('trunkline:ready', hand)
    served?.close()
  })
}
