import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Application } from '../application.ts'

export const rpcPath = '/rpc'

const mostSockets = 100
/** Files come by `POST`; the longest text is a configuration of five million characters. */
const largestMessage = 32 * 1024 * 1024
const heartbeatMs = 30_000
/** RFC 6455's registry: Service Restart. */
const RESTARTS = 1012

/** `null`: let in; else the status to refuse with. */
export type Admission = (request: IncomingMessage) => 401 | 403 | null

export interface Sockets {
  /** Sends everybody away until the work is done. */
  whileClosed(work: () => Promise<void>): Promise<void>
  close(): void
}

/** oRPC over WebSocket; every rule of the pages is checked again at the upgrade, where no page rule reaches. */
export const openSockets = (
  server: Server,
  app: Pick<Application, 'router' | 'context'>,
  admit: Admission,
  log: Logger,
): Sockets => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, clientTracking: true })
  const handler = new RPCHandler(app.router, {
    interceptors: [onError(error => log.debug({ err: error }, 'a call of the interface failed'))],
  })
  let isClosed = false
  server.on('upgrade', (request, socket, head) => {
    const refusal = isClosed ? 503 : refusalOf(request, admit, sockets.clients.size)
    if (refusal !== null) {
      log.info({ status: refusal, url: request.url?.split('?')[0] }, 'a WebSocket was refused')
      return refuse(socket, refusal)
    }
    sockets.handleUpgrade(request, socket, head, client => {
      client.on('error', error => log.info({ err: error }, 'a WebSocket failed'))
      void handler.upgrade(client, { context: app.context })
    })
  })
  const beat = keepAlive(sockets)
  return {
    async whileClosed(work) {
      isClosed = true
      for (const client of sockets.clients) client.close(RESTARTS, 'The workspace is opened anew.')
      try {
        await work()
      } finally {
        isClosed = false
      }
    },
    close() {
      clearInterval(beat)
      for (const client of sockets.clients) client.close(1001, 'The console is stopping.')
      sockets.close()
    },
  }
}

const refusalOf = (request: IncomingMessage, admit: Admission, open: number): number | null => {
  if (request.url?.split('?')[0] !== rpcPath) return 404
  return admit(request) ?? (open >= mostSockets ? 503 : null)
}

const refuse = (socket: Duplex, status: number): void => {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** A browser that vanished without a word must not be sent live figures for ever. */
const keepAlive = (sockets: WebSocketServer): NodeJS.Timeout => {
  const waiting = new WeakSet<WebSocket>()
  return setInterval(() => {
    for (const client of sockets.clients) {
      if (waiting.has(client)) client.terminate()
      else {
        waiting.add(client)
        client.once('pong', () => waiting.delete(client))
        client.ping()
      }
    }
  }, heartbeatMs).unref()
}
