import { createSocket } from 'node:dgram'
import { once } from 'node:events'

const header = (message: string, name: string) =>
  new RegExp(`^${name}\\s*:\\s*(.+)$`, 'im').exec(message)?.[1]?.trim() ?? ''

const answers: Readonly<Record<string, string>> = {
  OPTIONS: '200 OK',
  REGISTER: '401 Unauthorized',
  INVITE: '486 Busy Here',
}

/** A registrar that accepts no password: it answers OPTIONS, each REGISTER with a fresh challenge, and is busy to callers. */
export async function startStrictRegistrar() {
  const socket = createSocket('udp4')
  socket.on('message', (data, from) => {
    const message = data.toString()
    const method = message.split(' ', 1)[0] ?? ''
    const status = answers[method]
    if (status === undefined) return
    const answer = [
      `SIP/2.0 ${status}`,
      `Via: ${header(message, 'Via')}`,
      `From: ${header(message, 'From')}`,
      `To: ${header(message, 'To')};tag=strict`,
      `Call-ID: ${header(message, 'Call-ID')}`,
      `CSeq: ${header(message, 'CSeq')}`,
      ...(method === 'REGISTER' ? [`WWW-Authenticate: Digest realm="strict", nonce="${Date.now()}"`] : []),
      'Content-Length: 0',
      '',
      '',
    ]
    socket.send(answer.join('\r\n'), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { port: socket.address().port, close: () => socket.close() }
}
