import { spawn } from 'node:child_process'
import { app } from 'electron'

/**
 * Another process takes over once this one has closed everything. An AppImage is unmounted with its process, and with it
 * the helper by which Electron would start the next one: there the image itself is started.
 */
export function relaunch(image: string | undefined = process.env.APPIMAGE): void {
  if (image === undefined || !app.isPackaged) {
    app.relaunch()
    return
  }
  app.releaseSingleInstanceLock()
  spawn(image, process.argv.slice(1), { detached: true, stdio: 'ignore' }).unref()
}
