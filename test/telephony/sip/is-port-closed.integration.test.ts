import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { isPortClosed } from '../../../src-main/telephony/sip/is-port-closed.ts'

test('telephony.md 1: a port is called closed where its host says so, and nowhere else', async () => {
  const open = createSocket('udp4').bind(0, '127.0.0.1')
  await once(open, 'listening')
  const { port } = open.address()
  expect(await isPortClosed({ host: '127.0.0.1', port })).toBe(false)
  open.close()
  await once(open, 'close')
  expect(await isPortClosed({ host: '127.0.0.1', port })).toBe(true)
})

test('telephony.md 1: a host that cannot be reached at all ends the question, not the program', async () => {
  expect(await isPortClosed({ host: '::1', port: 5060 })).toBe(false)
})
