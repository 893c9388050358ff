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

test('a taken port is said in words and by exit code 3', async () => {
  const taken = createServer()
  await new Promise(resolve => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => taken.close())
  const { port } = taken.address()
  const { code, err } = await trunkline('console', '--data', aWorkspace(), '--port', String(port))
  expect([code, err]).toEqual([3, expect.stringContaining(`Port ${port} is taken`)])
})

test('a workspace that another process has open is left alone: exit code 4', async () => {
  const data = aWorkspace()
  await aConsole(data)
  const { code, out } = await trunkline('console', '--data', data, '--port', '0', '--json')
  expect([code, JSON.parse(out).error.code]).toEqual([4, 'workspaceInUse'])
})

test('a folder that cannot be made is said in words and by exit code 5', async () => {
  const file = join(aWorkspace(), 'file')
  writeFileSync(file, '')
  const { code, err } = await trunkline('console', '--data', join(file, 'below'), '--port', '0')
  expect([code, err]).toEqual([5, expect.stringContaining('cannot be written')])
})

test('asking where nothing runs ends with exit code 6', async () => {
  const data = aWorkspace()
  const ended = await Promise.all(
    ['stop-all', 'console-link'].map(command => trunkline(command, '--data', data)),
  )
  expect(ended.map(({ code }) => code)).toEqual([6, 6])
})

test('a command or value that does not exist is usage, exit code 2; help is not', async () => {
  const wrong = [['launch'], ['console', '--port', '70000'], ['stop-all', '--nope'], ['--help']]
  const ended = await Promise.all(wrong.map(args => trunkline(...args)))
  expect(ended.map(({ code }) => code)).toEqual([2, 2, 2, 0])
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
