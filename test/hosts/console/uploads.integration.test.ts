import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Application } from '../../../src-main/hosts/application.ts'
import { type Console, startConsole } from '../../../src-main/hosts/console/start-console.ts'
import { createUploads } from '../../../src-main/hosts/uploads/uploads.ts'
import { anApplication } from '../make-application.ts'
import { tempDir } from '../temp-dir.ts'

const aConsole = async (app: Partial<Application> = {}) => {
  const rendererDir = tempDir()
  writeFileSync(join(rendererDir, 'index.html'), 'Trunkline')
  const served = await startConsole({
    app: anApplication(app),
    rendererDir,
    port: 0,
    log: pino({ level: 'silent' }),
    now: Date.now,
  })
  if ('refused' in served) throw new Error(served.message)
  onTestFinished(() => served.close())
  const link = new URL(served.newLink())
  const { headers } = await send(served, { path: link.pathname + link.search })
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  return { served, cookie, origin: `http://127.0.0.1:${served.port}` }
}

interface Sent {
  readonly path: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: Buffer | string
}

const send = ({ port }: Console, { path, method = 'GET', headers = {}, body }: Sent) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; body: string }>((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => (text += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    request.once('error', reject)
    request.end(body)
  })

const aFolderThatTakes = () => {
  const dataDir = tempDir()
  const uploads = createUploads({ dataDir, freeDisk: async () => 100 * 1024 ** 3 })
  return { dataDir, uploads, takeUpload: uploads.keep }
}

const binary = { 'content-type': 'application/octet-stream' }

test('contacts.md §3: a file of any size is taken in as a stream, with any name', async () => {
  const { uploads, takeUpload } = aFolderThatTakes()
  const { served, cookie, origin } = await aConsole({ takeUpload })
  const body = Buffer.alloc(5 * 1024 ** 2, 'row\n')
  const path = `/uploads?name=${encodeURIComponent('Herbst – Kunden.csv')}`
  const answer = await send(served, { path, method: 'POST', headers: { cookie, origin, ...binary }, body })
  expect(answer.status).toBe(200)
  const found = await uploads.find(JSON.parse(answer.body).upload)
  expect(found).toMatchObject({ fileName: 'Herbst – Kunden.csv', bytes: body.length })
  expect(readFileSync(found?.path ?? '').equals(body)).toBe(true)
})

test('an empty file is an upload too: its import says what is wrong with it', async () => {
  const { uploads, takeUpload } = aFolderThatTakes()
  const { served, cookie, origin } = await aConsole({ takeUpload })
  const answer = await send(served, {
    path: '/uploads?name=a.csv',
    method: 'POST',
    headers: { cookie, origin },
  })
  expect(answer.status).toBe(200)
  expect(await uploads.find(JSON.parse(answer.body).upload)).toMatchObject({ bytes: 0 })
})

test('quality.md §4: nobody uploads without a session, from another origin, or from none', async () => {
  let taken = 0
  const takeUpload = async () => ({ upload: String(++taken) })
  const { served, cookie, origin } = await aConsole({ takeUpload })
  const post = (headers: Record<string, string>, path = '/uploads?name=a.csv') =>
    send(served, { path, method: 'POST', headers: { ...binary, ...headers }, body: 'x' })
  expect((await post({ origin })).status).toBe(401)
  expect((await post({ cookie })).status).toBe(403)
  expect((await post({ cookie, origin: 'http://evil.example' })).status).toBe(403)
  expect((await post({ cookie, origin: 'null' })).status).toBe(403)
  expect((await post({ cookie, origin, host: 'evil.example' })).status).toBe(403)
  expect((await post({ cookie, origin }, '/files/1/export')).status).toBe(405)
  expect(taken).toBe(0)
})

test('a file that is refused is refused in words that the interface shows', async () => {
  const refusal = { code: 'no_room', what: 'There is no room.', cure: 'Free some.' } as const
  const { served, cookie, origin } = await aConsole({ takeUpload: async () => refusal })
  const answer = await send(served, {
    path: '/uploads?name=a.csv',
    method: 'POST',
    headers: { cookie, origin, ...binary },
    body: 'x',
  })
  expect(answer.status).toBe(507)
  expect(JSON.parse(answer.body)).toEqual(refusal)
})

test('files of jobs are saved, never shown, under a name in any script; others are not found', async () => {
  const folder = join(tempDir(), 'exports')
  mkdirSync(folder)
  writeFileSync(join(folder, '7'), '<script>')
  const { served, cookie } = await aConsole({
    jobFile: async (job, which) =>
      Number(job) === 7 && which === 'export'
        ? { path: join(folder, '7'), name: 'Kontakte "März".csv', bytes: 8 }
        : null,
  })
  const { status, headers, body } = await send(served, { path: '/files/7/export', headers: { cookie } })
  expect({ status, body, type: headers['content-type'] }).toEqual({
    status: 200,
    body: '<script>',
    type: 'application/octet-stream',
  })
  expect(headers['content-disposition']).toBe(
    `attachment; filename="Kontakte _M_rz_.csv"; filename*=UTF-8''Kontakte%20%22M%C3%A4rz%22.csv`,
  )
  for (const path of ['/files/7/rejected', '/files/8/export', '/files/7/../8', '/files/x/export'])
    expect((await send(served, { path, headers: { cookie } })).status).toBe(404)
  expect((await send(served, { path: '/files/7/export' })).status).toBe(401)
})
