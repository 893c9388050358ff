import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog, protocol } from 'electron'
import { builtFiles } from '../built-files.ts'
import { compose } from '../compose.ts'
import { dataDirOf } from '../data-dir.ts'
import { scheme } from './page-address.ts'
import { runDesktop } from './run-desktop.ts'
import { words } from './words.ts'

// Electron adds arguments of its own: unknown ones are not ours to judge.
const { values } = parseArgs({
  options: { data: { type: 'string' }, tray: { type: 'boolean' } },
  strict: false,
})
const dataDir = dataDirOf(typeof values.data === 'string' ? values.data : undefined)

// Contacts, calls and recordings are nobody else's business on a shared computer.
process.umask(0o077)

// The lock lies in the profile folder: one window per workspace, not per computer.
app.setPath('userData', join(dataDir, 'window'))
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

if (!app.requestSingleInstanceLock()) app.quit()
else
  app
    .whenReady()
    .then(() =>
      runDesktop({
        compose,
        dataDir,
        files: builtFiles(import.meta.dirname),
        signals: process,
        inTray: values.tray === true,
      }),
    )
    .catch((error: Error) => {
      dialog.showErrorBox(words().cannotOpen, error.stack ?? error.message)
      app.exit(1)
    })
