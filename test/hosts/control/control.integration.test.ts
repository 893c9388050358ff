import { statSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { controlAddress } from '../../../src-main/hosts/control/address.ts'
import { ask } from '../../../src-main/hosts/control/ask.ts'
import { listenForControl } from '../../../src-main/hosts/control/listen.ts'
import type { Handlers } from '../../../src-main/hosts/control/messages.ts'
import { tempDir } from '../temp-dir.ts'

const listening = async (folder: string, handlers: Handlers) => {
  const control = await listenForControl(folder, handlers)
  if ('refused' in control) throw new Error(control.refused)
  onTestFinished(() => control.close())
  return control
}

test('another process can stop all campaigns of a running workspace', async () => {
  const folder = tempDir()
  const stops: boolean[] = []
  await listening(folder, {
    'stop-all': async ({ hangUp }) => {
      stops.push(hangUp)
      return { activeCalls: 3 }
    },
  })
  expect(await ask(folder, 'stop-all', { hangUp: true })).toEqual({
    is: 'answered',
    value: { activeCalls: 3 },
  })
  expect(stops).toEqual([true])
})

test('only the owner reaches the socket', async () => {
  const folder = tempDir()
  await listening(folder, {})
  expect(statSync(controlAddress(folder)).mode & 0o777).toBe(0o600)
})

test('asking where nothing runs says so', async () =>
  expect(await ask(tempDir(), 'status', {})).toEqual({ is: 'not_running' }))

test('a wish that fails, and one that is unknown here, come back as words', async () => {
  const folder = tempDir()
  await listening(folder, { 'stop-all': () => Promise.reject(new Error('The disk is full.')) })
  expect(await ask(folder, 'stop-all', { hangUp: false })).toEqual({
    is: 'refused',
    message: 'The disk is full.',
  })
  expect(await ask(folder, 'console-link', {})).toMatchObject({ is: 'refused' })
})

test('a socket left behind by a killed process does not keep the next one out', async () => {
  const folder = tempDir()
  const left = createServer()
  await new Promise<void>(resolve => left.listen(controlAddress(folder), resolve))
  // Node removes the file when it closes a server; a killed process does not. Moving it away and back leaves it stale.
  const { renameSync } = await import('node:fs')
  renameSync(controlAddress(folder), join(folder, 'aside'))
  await new Promise<void>(resolve => left.close(() => resolve()))
  renameSync(join(folder, 'aside'), controlAddress(folder))
  await listening(folder, { status: async () => ({ host: 'console', pid: 1, activeCalls: 0 }) })
  expect(await ask(folder, 'status', {})).toMatchObject({ is: 'answered' })
})

test('two processes cannot both hold the socket of a workspace', async () => {
  const folder = tempDir()
  await listening(folder, {})
  expect(await listenForControl(folder, {})).toEqual({ refused: 'in_use' })
})

test('garbage and endless lines end the connection, nothing else', async () => {
  const folder = tempDir()
  await listening(folder, { status: async () => ({ host: 'console', pid: 1, activeCalls: 0 }) })
  for (const text of ['not json\n', `${'x'.repeat(200_000)}`, '{"do":"constructor"}\n']) {
    const socket = createConnection(controlAddress(folder))
    socket.on('error', () => undefined)
    const ended = new Promise(resolve => socket.once('close', resolve))
    socket.end(text)
    socket.resume()
    await ended
  }
  expect(await ask(folder, 'status', {})).toMatchObject({ is: 'answered' })
})

test('a folder with a long path has its socket elsewhere, a name of its own', () => {
  const deep = (name: string) => controlAddress(`/${'deep/'.repeat(40)}${name}`, 'linux')
  expect(deep('a').length).toBeLessThanOrEqual(103)
  expect(deep('a')).not.toBe(deep('b'))
  expect(controlAddress('C:\\data', 'win32')).toMatch(/^\\\\\.\\pipe\\trunkline-[0-9a-f]{24}$/)
})
