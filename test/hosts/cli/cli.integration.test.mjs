import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startTrunkline, trunkline } from '../start-trunkline.mjs'

const aWorkspace = () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const aConsole = async (data, ...more) => {
  const console = await startTrunkline(['console', '--data', data, '--port', '0', '--print-url', ...more])
  const { url } = JSON.parse(await console.line(/^\{/))
  return { ...console, url }
}

test('the first line of a console is the link for programs, and the link opens the interface', async () => {
  const { url, said } = await aConsole(aWorkspace())
  expect(said.out.split('\n')[0]).toBe(JSON.stringify({ url }))
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  const entered = await fetch(url)
  const cookie = entered.headers.get('set-cookie').split(';')[0]
  expect(await (await fetch(new URL('/', url), { headers: { cookie } })).text()).toContain('<div id="root">')
})

test('told to stop, the console closes its workspace and frees its port', async () => {
  const data = aWorkspace()
  const { child, ended, url } = await aConsole(data)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  await expect(fetch(url)).rejects.toThrow()
  const again = await aConsole(data)
  again.child.kill('SIGINT')
  expect(await again.ended).toBe(0)
})

test('another shell stops all campaigns and asks for a fresh link', async () => {
  const data = aWorkspace()
  const { url } = await aConsole(data)
  const stopped = await trunkline('stop-all', '--data', data, '--json')
  expect([stopped.code, JSON.parse(stopped.out)]).toEqual([0, { stopped: true, activeCalls: 0 }])
  const fresh = JSON.parse((await trunkline('console-link', '--data', data, '--json')).out).url
  expect(new URL(fresh).origin).toBe(new URL(url).origin)
  expect((await fetch(fresh)).status).toBe(200)
  expect((await fetch(fresh)).status).toBe(403)
})

test('a session does not outlive the process that gave it', async () => {
  const data = aWorkspace()
  const first = await aConsole(data)
  const cookie = (await fetch(first.url)).headers.get('set-cookie').split(';')[0]
  first.child.kill('SIGTERM')
  await first.ended
  const { port } = new URL(first.url)
  const second = await startTrunkline(['console', '--data', data, '--port', port, '--print-url'])
  await second.line(/^\{/)
  const reply = await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } })
  expect([reply.status, await reply.text()]).toEqual([401, expect.stringContaining('console-link')])
})

test('contacts and calls of a workspace are for its owner only', async () => {
  const data = join(aWorkspace(), 'new')
  await aConsole(data)
  expect(statSync(data).mode & 0o077).toBe(0)
  expect(statSync(join(data, 'workspace.db')).mode & 0o077).toBe(0)
})

test('what cannot be done says why, and its exit code says it to programs', async () => {
  const data = aWorkspace()
  const taken = createServer()
  await new Promise(resolve => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => taken.close())
  const { port } = taken.address()
  const onPort = await trunkline('console', '--data', data, '--port', String(port))
  expect([onPort.code, onPort.err]).toEqual([3, expect.stringContaining(`Port ${port} is taken`)])

  await aConsole(data)
  const inUse = await trunkline('console', '--data', data, '--port', '0', '--json')
  expect([inUse.code, JSON.parse(inUse.out).error.code]).toEqual([4, 'workspaceInUse'])

  const file = join(data, 'file')
  writeFileSync(file, '')
  expect((await trunkline('console', '--data', join(file, 'below'), '--port', '0')).code).toBe(5)
  expect((await trunkline('stop-all', '--data', aWorkspace())).code).toBe(6)
  expect((await trunkline('console-link', '--data', aWorkspace())).code).toBe(6)
  for (const args of [['launch'], ['console', '--port', '70000'], ['stop-all', '--nope']])
    expect((await trunkline(...args)).code).toBe(2)
  expect((await trunkline('--help')).code).toBe(0)
})

test('start without a desktop says why in one line and serves the console', async () => {
  const args = ['start', '--data', aWorkspace(), '--no-open', '--port', '0']
  const console = await startTrunkline(args, { TRUNKLINE_NO_DESKTOP: 'nobody fetched it' })
  await console.line(/token=/)
  const why = console.said.err.split('\n').filter(text => text.startsWith('No desktop window:'))
  expect(why).toHaveLength(1)
})

test('the doctor names what it looked at', async () => {
  const { code, out } = await trunkline('doctor', '--data', aWorkspace(), '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out).findings.every(({ well }) => well)).toBe(true)
})

test('a program that reads the link and goes away does not end the console', async () => {
  const data = aWorkspace()
  const { child, said } = await aConsole(data)
  child.stdout.destroy()
  child.stderr.destroy()
  const wrong = await fetch(new URL('/?token=wrong', JSON.parse(said.out).url))
  expect(wrong.status).toBe(403)
  const { out } = await trunkline('doctor', '--data', data)
  expect(out).toContain(`Runs as console, process ${child.pid}`)
})
