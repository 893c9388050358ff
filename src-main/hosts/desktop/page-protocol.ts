import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Application } from '../application.ts'
import { attachment } from '../attachment.ts'
import { pagePolicyHeader } from '../page-policy.ts'
import { isLog, jobFileAt, uploadPath, uploadStatus } from '../uploads/addresses.ts'
import type { JobFile } from '../working/find-job-file.ts'
import { fileReply } from './file-reply.ts'
import { isOurPage } from './page-address.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
}

export interface PageFiles {
  readonly rendererDir: string
  readonly app: Pick<Application, 'recordingFile' | 'takeUpload' | 'jobFile' | 'logFile'>
}

/** Answers the window's requests: built files, recordings, and the one page for every address of a view. */
export const answerPage = async (request: Request, { rendererDir, app }: PageFiles): Promise<Response> => {
  if (!isOurPage(request.url)) return notFound()
  const { pathname, searchParams } = new URL(request.url)
  if (request.method === 'POST' && pathname === uploadPath)
    return takeIn(request, searchParams.get('name') ?? '', app)
  const path = decoded(pathname)
  if (path === null || request.method !== 'GET') return notFound()
  const wanted = jobFileAt(path)
  if (wanted) return giveOut(await app.jobFile(wanted.job, wanted.which))
  if (isLog(path)) return giveOut(await app.logFile())
  const range = request.headers.get('range')
  const recording = /^\/recordings\/(\d{1,15})\.wav$/.exec(path)
  if (recording) {
    const file = await app.recordingFile(Number(recording[1]))
    return file === null ? notFound() : reply(file, range)
  }
  const file = normalize(join(rendererDir, path))
  if (!file.startsWith(rendererDir + sep)) return notFound()
  if (await isFile(file)) return reply(file, range)
  return extname(path) === '' ? reply(join(rendererDir, 'index.html'), null) : notFound()
}

const headers = { 'Content-Security-Policy': pagePolicyHeader, 'X-Content-Type-Options': 'nosniff' }

const reply = (file: string, range: string | null): Promise<Response> =>
  fileReply(file, { ...headers, 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }, range)

const takeIn = async (
  request: Request,
  name: string,
  { takeUpload }: Pick<Application, 'takeUpload'>,
): Promise<Response> => {
  const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as ReadableStream)
  const taken = await takeUpload(body, { name, bytes: Number(request.headers.get('content-length') ?? 0) })
  return Response.json(taken, { status: uploadStatus(taken), headers })
}

const giveOut = async (file: JobFile | null): Promise<Response> => {
  if (file === null) return notFound()
  const type = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': attachment(file.name) }
  return fileReply(file.path, { ...headers, ...type }, null)
}

const notFound = (): Response => new Response('Not found.', { status: 404, headers })

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() ?? false

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
