import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** Whether somebody answers SIP on this port of loopback, within 300 ms. */
export const answersOptions = async (port: number): Promise<boolean> => {
  const socket = createSocket('udp4')
  try {
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    const via = `127.0.0.1:${socket.address().port}`
    const id = Math.random().toString(36).slice(2)
    socket.send(
      [
        `OPTIONS sip:ping@127.0.0.1:${port} SIP/2.0`,
        `Via: SIP/2.0/UDP ${via};branch=z9hG4bK${id};rport`,
        `From: <sip:ping@${via}>;tag=${id}`,
        `To: <sip:ping@127.0.0.1:${port}>`,
        `Call-ID: ${id}`,
        'CSeq: 1 OPTIONS',
        `Contact: <sip:ping@${via}>`,
        'Max-Forwards: 70',
        'Content-Length: 0',
        '\r\n',
      ].join('\r\n'),
      port,
      '127.0.0.1',
    )
    await once(socket, 'message', { signal: AbortSignal.timeout(300) })
    return true
  } catch {
    return false
  } finally {
    socket.close()
  }
}
