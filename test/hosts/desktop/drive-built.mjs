// Loads the built desktop program, and its preload script, with the stand-in in Electron's place; prints what happened.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'

const [program, preload, data] = process.argv.slice(2)
const standIn = new URL('../../fakes/electron-stand-in.ts', import.meta.url).href
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context),
})
const { seen, app, ipcMain } = await import(standIn)
const until = async ready => {
  for (let look = 0; look < 400 && !ready(); look++) await new Promise(resolve => setTimeout(resolve, 50))
  if (!ready()) throw new Error(`waited in vain for ${ready}`)
}

process.argv = [process.execPath, program, '--data', data]
await import(pathToFileURL(program).href)
await until(() => seen.trays.length > 0 || seen.errorBoxes.length > 0)
if (seen.errorBoxes.length > 0) throw new Error(seen.errorBoxes[0])
const [window] = seen.windows

/** The preload script in its own world: Electron's renderer half and the page's window are all it gets. */
const fromPage = []
const listeners = {}
const ipcRenderer = {
  on: (channel, listener) => (listeners[channel] = listener),
  send: channel =>
    ipcMain.emit(channel, { sender: window.webContents, senderFrame: window.webContents.mainFrame }),
}
const page = {
  location: { origin: 'app://trunkline' },
  addEventListener: (event, listener) => (listeners[event] = listener),
  postMessage: (message, origin, ports) => fromPage.push({ message, origin, ports }),
}
compileFunction(readFileSync(preload, 'utf8'), ['require', 'window'])(() => ({ ipcRenderer }), page)
listeners.load()
await until(() => window.webContents.posted.length > 0)
listeners['trunkline:port']({ ports: window.webContents.posted[0].ports })

const port = fromPage[0].ports[0].port
const client = createORPCClient(new RPCLink({ port }))
port.start()
const first = await (await client.workspace.live())[Symbol.asyncIterator]().next()

const answer = seen.protocols.get('app')
const html = await answer(new Request('app://trunkline/'))
const script = /src="([^"]+\.js)"/.exec(await html.text())?.[1] ?? ''
const code = await answer(new Request(new URL(script, 'app://trunkline/')))

app.quit()
await until(() => seen.quit > 0)
process.stdout.write(
  JSON.stringify({
    schemes: seen.schemes,
    userData: seen.paths.get('userData'),
    preload: window.options.webPreferences.preload,
    icons: [window.options.icon, seen.trays[0].icon],
    handed: fromPage.map(({ message, origin, ports }) => ({ message, origin, ports: ports.length })),
    live: first.value,
    page: { status: html.status, policy: html.headers.get('content-security-policy') },
    script: { status: code.status, type: code.headers.get('content-type') },
  }),
)
process.exit(0)
