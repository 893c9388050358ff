import { join } from 'node:path'
import { Menu, Tray } from 'electron'
import type { Application } from '../application.ts'
import { words } from './words.ts'

export interface TrayOptions {
  readonly app: Pick<Application, 'activeCalls' | 'onActiveCalls' | 'stopAll'>
  readonly resources: string
  readonly open: () => void
  readonly quit: () => void
}

/** The sign that Trunkline goes on while its window is closed. */
export const createTray = ({ app, resources, open, quit }: TrayOptions): Tray => {
  const said = words()
  const tray = new Tray(join(resources, 'icons', 'tray.png'))
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: said.open, click: open },
      { label: said.pauseEverything, click: () => void app.stopAll({ hangUp: false }) },
      { type: 'separator' },
      { label: said.quit, click: quit },
    ]),
  )
  tray.on('click', open)
  const show = (active: number) => tray.setToolTip(said.tooltip(active))
  show(app.activeCalls())
  app.onActiveCalls(show)
  return tray
}
