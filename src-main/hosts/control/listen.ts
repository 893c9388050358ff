import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { controlAddress } from './address.ts'
import { isListening } from './ask.ts'
import { type Answer, type Handlers, longestLine, type Request } from './messages.ts'

export interface Control {
  close(): Promise<void>
}

/** Opens the control socket of a workspace. A socket left behind by a killed process is replaced; a live one refuses. */
export const listenForControl = async (
  dataDir: string,
  handlers: Handlers,
): Promise<Control | { readonly refused: 'in_use' }> => {
  const address = controlAddress(dataDir)
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    serve(socket, handlers)
  })
  if (!(await listen(server, address))) {
    if (await isListening(address)) return { refused: 'in_use' }
    rmSync(address, { force: true })
    if (!(await listen(server, address))) return { refused: 'in_use' }
  }
  return {
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

const listen = (server: Server, address: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    // The socket must never exist with wider rights, not even for a moment.
    const mask = process.umask(0o177)
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    server.listen(address, () => {
      server.removeAllListeners('error')
      if (process.platform !== 'win32') chmodSync(address, 0o600)
      resolve(true)
    })
    process.umask(mask)
  })

const serve = (socket: Socket, handlers: Handlers): void => {
  socket.setTimeout(60_000, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  let read = 0
  socket.on('data', chunk => {
    read += chunk.length
    if (read > longestLine) socket.destroy()
  })
  createInterface({ input: socket }).once('line', line => {
    void answer(line, handlers).then(reply => socket.end(`${JSON.stringify(reply)}\n`))
  })
}

const answer = async (line: string, handlers: Handlers): Promise<Answer> => {
  try {
    const request = JSON.parse(line) as Request
    // The table is typed per wish; the union of requests cannot say that both sides belong together.
    const handle = (Object.hasOwn(handlers, request.do) ? handlers[request.do] : undefined) as
      | ((asked: Request['with']) => Promise<never>)
      | undefined
    if (!handle) return { ok: false, message: `This workspace cannot do «${String(request.do)}».` }
    return { ok: true, value: await handle(request.with) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
