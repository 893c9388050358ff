import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Application } from '../application.ts'
import { pagePolicyHeader } from '../page-policy.ts'
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
  readonly recordingFile: Application['recordingFile']
}

/** Answers the window's requests: built files, recordings, and the one page for every address of a view. */
export const answerPage = async (
  request: Request,
  { rendererDir, recordingFile }: PageFiles,
): Promise<Response> => {
  if (!isOurPage(request.url) || request.method !== 'GET') return notFound()
  const path = decoded(new URL(request.url).pathname)
  if (path === null) return notFound()
  const range = request.headers.get('range')
  const recording = /^\/recordings\/(\d{1,15})\.wav$/.exec(path)
  if (recording) {
    const file = await recordingFile(Number(recording[1]))
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
