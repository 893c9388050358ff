import { basename, dirname } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../application.ts'

/** Serves the built interface and the recordings; who may ask has been decided before. */
export const addRoutes = async (
  server: FastifyInstance,
  app: Pick<Application, 'recordingFile'>,
  rendererDir: string,
): Promise<void> => {
  await server.register(fastifyStatic, { root: rendererDir, wildcard: true, setHeaders: cacheByName })
  server.get<{ Params: { callId: string } }>('/recordings/:callId.wav', async (request, reply) => {
    const { callId } = request.params
    const file = /^\d{1,15}$/.test(callId) ? await app.recordingFile(Number(callId)) : null
    if (file === null) return missing(reply)
    return reply.sendFile(basename(file), dirname(file), { cacheControl: false, serveDotFiles: true })
  })
  // Every view has its own address; all of them are the one page.
  server.setNotFoundHandler((request, reply) => {
    const isView = request.method === 'GET' && !/\.\w+$/.test(request.url.replace(/[?#].*$/, ''))
    return isView ? reply.sendFile('index.html') : missing(reply)
  })
}

/** Built assets carry a hash of their content in the name; everything else must be asked for anew. */
const cacheByName = (reply: FastifyReply, path: string): void => {
  const forever = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/.test(path)
  reply.header('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-store')
}

const missing = (reply: FastifyReply) =>
  reply.code(404).type('text/plain; charset=utf-8').send('Not found.\n')
