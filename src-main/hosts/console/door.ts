import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { uploadPath } from '../uploads/addresses.ts'
import type { Origins } from './origins.ts'
import { letIn, linkUsed, notLetIn } from './pages.ts'
import type { Sessions } from './sessions.ts'

export interface Door {
  readonly origins: Origins
  readonly sessions: Sessions
  /** Cookies know no ports: each console of a computer needs a name of its own. */
  readonly cookieName: () => string
  readonly log: Logger
}

/** Only the address that takes files in may be posted to. */
const isMeant = ({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): boolean =>
  method === 'GET' || method === 'HEAD' || (method === 'POST' && url.split('?')[0] === uploadPath)

/** Nothing is served before name, origin and session have been checked, in this order. */
export const addDoor = (server: FastifyInstance, { origins, sessions, cookieName, log }: Door): void => {
  server.addHook('onRequest', async (request, reply) => {
    const { headers, method } = request
    const changes = method !== 'GET' && method !== 'HEAD'
    if (!origins.hostAllowed(headers))
      return refuse(reply, 403, 'This console is not reached under that name.\n')
    if (!isMeant(request)) return refuse(reply, 405, 'Only GET and HEAD.\n')
    // A browser names the origin of everything that is no mere reading.
    if (!origins.originAllowed(headers, { required: changes }))
      return refuse(reply, 403, 'Not from that page.\n')
    const { token } = request.query as { token?: unknown }
    const known = sessions.knows(request.cookies[cookieName()])
    if (request.url.startsWith('/?') && typeof token === 'string') {
      if (known) return reply.redirect('/', 303)
      const session = sessions.enter(token)
      if (session === null) {
        log.warn('Somebody opened a console link that was used before or is too old.')
        return showPage(reply, 403, linkUsed)
      }
      reply.setCookie(cookieName(), session, { path: '/', httpOnly: true, sameSite: 'strict' })
      return showPage(reply, 200, letIn)
    }
    if (!known) return showPage(reply, 401, notLetIn)
  })
}

const refuse = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type('text/plain; charset=utf-8').header('Cache-Control', 'no-store').send(text)

const showPage = (reply: FastifyReply, status: number, page: string) =>
  reply.code(status).type('text/html; charset=utf-8').header('Cache-Control', 'no-store').send(page)
