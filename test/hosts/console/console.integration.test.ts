import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Application } from '../../../src-main/hosts/application.ts'
import { type Console, startConsole } from '../../../src-main/hosts/console/start-console.ts'
import { anApplication } from '../make-application.ts'
import { tempDir } from '../temp-dir.ts'

const aRenderer = (): string => {
  const folder = tempDir()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Trunkline</title>')
  writeFileSync(join(folder, 'assets', 'main-Ab3_9x-Z.js'), 'export {}')
  return folder
}

const aConsole = async (app: Partial<Application> = {}, requestsPerMinute = 1_000): Promise<Console> => {
  const options = { rendererDir: aRenderer(), port: 0, log: pino({ level: 'silent' }), now: Date.now }
  const served = await startConsole({ app: anApplication(app), ...options, requestsPerMinute })
  if ('refused' in served) throw new Error(served.message)
  onTestFinished(() => served.close())
  return served
}

interface Reply {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** Node's own client, because `fetch` lets nobody choose Host. */
const get = (
  { port }: Console,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, response => {
      let body = ''
      response.setEncoding('latin1').on('data', chunk => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    request.once('error', reject)
    request.end()
  })

const pathOf = (link: string): string => new URL(link).pathname + new URL(link).search

const signIn = async (served: Console): Promise<string> => {
  const { headers } = await get(served, pathOf(served.newLink()))
  return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
}

/** The status an upgrade is refused with, or `open`. */
const upgrade = (served: Console, headers: Record<string, string>, path = '/rpc'): Promise<number | 'open'> =>
  new Promise(resolve => {
    const socket = new WebSocket(`ws://127.0.0.1:${served.port}${path}`, { headers })
    socket.once('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.once('error', () => undefined)
    socket.once('open', () => {
      resolve('open')
      socket.close()
    })
  })

test('the link signs a browser in with a cookie no script and no other site can use', async () => {
  const served = await aConsole()
  const { status, headers, body } = await get(served, pathOf(served.newLink()))
  expect(status).toBe(200)
  expect(headers['set-cookie']).toHaveLength(1)
  expect(headers['set-cookie']?.[0]).toMatch(/^trunkline-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(body).toContain('url=/')
  expect(headers['referrer-policy']).toBe('no-referrer')
})

test('a signed-in browser gets the interface under every address of a view, and keeps it on reload', async () => {
  const served = await aConsole()
  const cookie = await signIn(served)
  for (const path of ['/', '/campaigns/3?tab=calls', '/', '/calls'])
    expect(await get(served, path, { cookie })).toMatchObject({
      status: 200,
      body: expect.stringContaining('Trunkline'),
    })
  expect((await get(served, '/', { cookie })).headers['cache-control']).toBe('no-store')
  const asset = await get(served, '/assets/main-Ab3_9x-Z.js', { cookie })
  expect(asset.headers['cache-control']).toContain('immutable')
  expect((await get(served, '/assets/other.js', { cookie })).status).toBe(404)
})

test('pages run no script but our own and cannot be framed', async () => {
  const served = await aConsole()
  const { headers } = await get(served, '/', { cookie: await signIn(served) })
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self'(;|$)/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('without a session nothing is served, and the page says what to do', async () => {
  const served = await aConsole()
  for (const path of ['/', '/assets/main-Ab3_9x-Z.js', '/recordings/1.wav', '/campaigns']) {
    const { status, body } = await get(served, path)
    expect(status).toBe(401)
    expect(body).toContain('trunkline console-link')
  }
  expect((await get(served, '/', { cookie: `trunkline-${served.port}=guessed` })).status).toBe(401)
})

test('a link opened a second time by another browser is refused', async () => {
  const served = await aConsole()
  const link = pathOf(served.newLink())
  expect((await get(served, link)).status).toBe(200)
  const again = await get(served, link)
  expect(again.status).toBe(403)
  expect(again.headers['set-cookie']).toBeUndefined()
  expect(again.body).toContain('no longer works')
})

test('a session of another console does not open this one', async () => {
  const [one, other] = [await aConsole(), await aConsole()]
  const value = (await signIn(one)).split('=')[1] ?? ''
  expect((await get(other, '/', { cookie: `trunkline-${other.port}=${value}` })).status).toBe(401)
})

test('a page of another name cannot reach the console, even when the name leads here', async () => {
  const served = await aConsole()
  const cookie = await signIn(served)
  for (const host of [
    'evil.example',
    `evil.example:${served.port}`,
    '127.0.0.1',
    `127.0.0.1:${served.port + 1}`,
  ])
    expect((await get(served, '/', { cookie, host })).status).toBe(403)
  expect((await get(served, '/', { cookie, host: `localhost:${served.port}` })).status).toBe(200)
})

test('a request sent by another page is refused', async () => {
  const served = await aConsole()
  const cookie = await signIn(served)
  for (const origin of [
    'http://evil.example',
    'null',
    `https://127.0.0.1:${served.port}`,
    `http://127.0.0.1:1`,
  ])
    expect((await get(served, '/', { cookie, origin })).status).toBe(403)
  expect((await get(served, '/', { cookie }, 'POST')).status).toBe(405)
})

test('a WebSocket needs the session and an origin of ours', async () => {
  const served = await aConsole()
  const cookie = await signIn(served)
  const origin = `http://127.0.0.1:${served.port}`
  expect(await upgrade(served, { origin })).toBe(401)
  expect(await upgrade(served, { cookie })).toBe(403)
  expect(await upgrade(served, { cookie, origin: 'http://evil.example' })).toBe(403)
  expect(await upgrade(served, { cookie, origin, host: 'evil.example' })).toBe(403)
  expect(await upgrade(served, { cookie, origin: 'http://evil.example', host: 'evil.example' })).toBe(403)
  expect(await upgrade(served, { cookie, origin }, '/other')).toBe(404)
  expect(await upgrade(served, { cookie, origin })).toBe('open')
})

test('calls, refused input and live values cross the WebSocket', async () => {
  const served = await aConsole()
  const headers = { cookie: await signIn(served), origin: `http://127.0.0.1:${served.port}` }
  const websocket = new WebSocket(`ws://127.0.0.1:${served.port}/rpc`, { headers })
  onTestFinished(() => websocket.close())
  // biome-ignore lint/suspicious/noExplicitAny: the test's router has no contract
  const client: any = createORPCClient(new RPCLink({ websocket: websocket as never }))
  expect(await client.ping()).toEqual({ pong: 'test' })
  expect(await client.double(21)).toBe(42)
  await expect(client.double('x')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const ticks: number[] = []
  for await (const tick of await client.ticks()) ticks.push(tick)
  expect(ticks).toEqual([1, 2, 3])
})

test('a recording plays from any second, and only for who is signed in', async () => {
  const file = join(tempDir(), '7.wav')
  writeFileSync(file, 'RIFF0123456789')
  const served = await aConsole({ recordingFile: async id => (id === 7 ? file : null) })
  const cookie = await signIn(served)
  expect(await get(served, '/recordings/7.wav', { cookie })).toMatchObject({
    status: 200,
    body: 'RIFF0123456789',
  })
  const part = await get(served, '/recordings/7.wav', { cookie, range: 'bytes=4-6' })
  expect(part).toMatchObject({ status: 206, body: '012' })
  expect(part.headers['content-range']).toBe('bytes 4-6/14')
  expect(part.headers['content-type']).toMatch(/^audio\/(x-)?wav|^audio\/vnd.wave/)
  expect((await get(served, '/recordings/8.wav', { cookie })).status).toBe(404)
  expect((await get(served, '/recordings/7.wav')).status).toBe(401)
  for (const path of ['/recordings/..%2f7.wav', '/recordings/x.wav', '/recordings/1e3.wav'])
    expect((await get(served, path, { cookie })).status).toBe(404)
})

test('files outside the interface stay out of reach', async () => {
  const served = await aConsole()
  const cookie = await signIn(served)
  for (const path of ['/../package.json', '/%2e%2e/%2e%2e/etc/passwd.txt', '/assets/..%5c..%5cx.js'])
    expect((await get(served, path, { cookie })).status).toBeGreaterThanOrEqual(400)
})

test('somebody who guesses without end is told to wait, and locks out nobody else', async () => {
  const served = await aConsole({}, 20)
  const cookie = await signIn(served)
  const replies = await Promise.all(Array.from({ length: 30 }, () => get(served, '/?token=guess')))
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(11)
  expect((await get(served, '/', { cookie })).status).toBe(200)
})

test('a port that is taken is refused in words', async () => {
  const first = await aConsole()
  const options = {
    rendererDir: aRenderer(),
    port: first.port,
    log: pino({ level: 'silent' }),
    now: Date.now,
  }
  expect(await startConsole({ app: anApplication(), ...options })).toMatchObject({
    refused: 'port_taken',
    message: expect.stringContaining(`Port ${first.port} is taken`),
  })
})

test('closing ends open WebSockets and frees the port', async () => {
  const served = await aConsole()
  const headers = { cookie: await signIn(served), origin: `http://127.0.0.1:${served.port}` }
  const socket = new WebSocket(`ws://127.0.0.1:${served.port}/rpc`, { headers })
  await new Promise(resolve => socket.once('open', resolve))
  const closed = new Promise(resolve => socket.once('close', resolve))
  await served.close()
  expect(await closed).toBe(1001)
  await expect(get(served, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})
