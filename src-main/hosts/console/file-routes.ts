import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Application } from '../application.ts'
import { attachment } from '../attachment.ts'
import { isLog, jobFileAt, uploadPath, uploadStatus } from '../uploads/addresses.ts'
import { mostUploadBytes } from '../uploads/uploads.ts'

/** Takes files in and gives files of jobs out; who may ask has been decided before. */
export const addFileRoutes = async (
  server: FastifyInstance,
  { takeUpload, jobFile, logFile }: Pick<Application, 'takeUpload' | 'jobFile' | 'logFile'>,
): Promise<void> => {
  server.get('/files/*', async (request, reply) => {
    const wanted = jobFileAt(request.url)
    const file = wanted
      ? await jobFile(wanted.job, wanted.which)
      : isLog(request.url)
        ? await logFile()
        : null
    if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('Not found.\n')
    return reply
      .header('Content-Disposition', attachment(file.name))
      .header('Content-Length', file.bytes)
      .header('Cache-Control', 'no-store')
      .type('application/octet-stream')
      .send(createReadStream(file.path))
  })
  // Of its own, since only here a body is no text of ours but a stream of any length.
  await server.register(async uploads => {
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser('*', (_request, body, done) => done(null, body))
    uploads.post<{ Querystring: { name?: unknown }; Body?: Readable }>(
      uploadPath,
      { bodyLimit: mostUploadBytes },
      async ({ query, headers, body }, reply) => {
        const name = typeof query.name === 'string' ? query.name : ''
        const bytes = Number(headers['content-length'] ?? 0)
        const taken = await takeUpload(body ?? Readable.from([]), { name, bytes })
        // What is still being sent of a file that was refused is not read.
        if ('code' in taken) reply.header('Connection', 'close')
        return reply.code(uploadStatus(taken)).header('Cache-Control', 'no-store').send(taken)
      },
    )
  })
}
