import type { AddressInfo } from 'node:net'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Instant } from '../../domain/ids.ts'
import type { Application } from '../application.ts'
import { pagePolicy } from '../page-policy.ts'
import { addDoor, type Door } from './door.ts'
import { addFileRoutes } from './file-routes.ts'
import { originsOf } from './origins.ts'
import { addRoutes } from './routes.ts'
import { createSessions } from './sessions.ts'
import { type Admission, openSockets } from './sockets.ts'

export interface ConsoleOptions {
  readonly app: Pick<
    Application,
    'router' | 'context' | 'recordingFile' | 'takeUpload' | 'jobFile' | 'logFile'
  >
  /** Folder of the built interface. */
  readonly rendererDir: string
  /** 0: any free one. */
  readonly port: number
  readonly log: Logger
  readonly now: () => Instant
  /** Per browser; a page of the interface takes about twenty. */
  readonly requestsPerMinute?: number
}

export interface Console {
  readonly port: number
  /** A fresh link that works once, for ten minutes. */
  newLink(): string
  /** Lets no browser in until the work is done; those that are in come back by themselves. */
  whileClosed(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

export interface ConsoleRefusal {
  readonly refused: 'port_taken' | 'port_forbidden'
  readonly message: string
}

const host = '127.0.0.1'

/** The interface for browsers on this computer: pages and recordings over HTTP, everything else over one WebSocket. */
export const startConsole = async (options: ConsoleOptions): Promise<Console | ConsoleRefusal> => {
  const { app, log } = options
  const server = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 1024 })
  const port = () => (server.server.address() as AddressInfo).port
  const door: Door = {
    origins: originsOf(port),
    sessions: createSessions(options.now),
    cookieName: () => `trunkline-${port()}`,
    log,
  }
  await server.register(helmet, headers)
  await server.register(cookie)
  await limitRate(server, options.requestsPerMinute ?? 1_200, door)
  addDoor(server, door)
  await addFileRoutes(server, app)
  await addRoutes(server, app, options.rendererDir)

  const refusal = await listen(server, options.port)
  if (refusal) {
    await server.close()
    return refusal
  }

  const admit: Admission = ({ headers }) => {
    const { origins, sessions, cookieName } = door
    if (!origins.hostAllowed(headers) || !origins.originAllowed(headers, { required: true })) return 403
    return sessions.knows(server.parseCookie(headers.cookie ?? '')[cookieName()]) ? null : 401
  }
  const sockets = openSockets(server.server, app, admit, log)
  return {
    port: port(),
    newLink: () => `http://${host}:${port()}/?token=${door.sessions.newToken()}`,
    whileClosed: work => sockets.whileClosed(work),
    async close() {
      sockets.close()
      await server.close()
    },
  }
}

const headers = {
  contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
  // Meant for names reached over TLS; on http://127.0.0.1 it would concern every other program of this computer.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' as const },
}

/** Signed-in browsers are counted each for itself: somebody who guesses at the door cannot lock them out. */
const limitRate = async (
  server: FastifyInstance,
  max: number,
  { sessions, cookieName }: Door,
): Promise<void> => {
  const keyGenerator = ({ ip, cookies }: FastifyRequest) => {
    const session = cookies[cookieName()]
    return session && sessions.knows(session) ? session : ip
  }
  await server.register(rateLimit, { global: false, max, timeWindow: 60_000, keyGenerator })
  // The plugin would count after the door has answered; as a hook of its own it comes first.
  server.addHook('onRequest', server.rateLimit())
}

const listen = async (server: FastifyInstance, port: number): Promise<ConsoleRefusal | null> => {
  try {
    await server.listen({ host, port })
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      return {
        refused: 'port_taken',
        message: `Port ${port} is taken by another program. Choose another one with --port, or --port 0 for any free one.`,
      }
    if (code === 'EACCES')
      return {
        refused: 'port_forbidden',
        message: `Port ${port} needs more rights. Choose one above 1023 with --port.`,
      }
    throw error
  }
}
