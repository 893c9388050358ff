import { createSocket } from 'node:dgram'
import { headerOf, readSipText, type SipText } from '../../../src-main/telephony/sip/message/sip-text.ts'

/** A peer that says exactly what a test tells it to, byte by byte. */
export const scriptedPeer = async () => {
  const socket = createSocket('udp4')
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  const received: SipText[] = []
  const waiting: {
    readonly fits: (message: SipText) => boolean
    readonly resolve: (message: SipText) => void
  }[] = []
  let from = 0
  let onEach: (message: SipText) => void = () => {}
  socket.on('message', (data, { port }) => {
    from = port
    const message = readSipText(data.toString())
    if (!message) return
    received.push(message)
    onEach(message)
    for (const wait of waiting.filter(({ fits }) => fits(message))) {
      waiting.splice(waiting.indexOf(wait), 1)
      wait.resolve(message)
    }
  })
  const send = (text: string, port = from): void => socket.send(text, port, '127.0.0.1')
  const is = (method: string) => (message: SipText) =>
    message.start.is === 'request' && message.start.method === method
  const { port: localPort } = socket.address()
  return {
    localPort,
    received,
    send,
    is,
    onEach(listener: (message: SipText) => void): void {
      onEach = listener
    },
    /** The first message that fits, also one that is here already. */
    next: (fits: (message: SipText) => boolean): Promise<SipText> => {
      const here = received.find(fits)
      return here ? Promise.resolve(here) : new Promise(resolve => waiting.push({ fits, resolve }))
    },
    requests: (method: string): readonly SipText[] => received.filter(is(method)),
    respond(request: SipText, status: string, { tag = '', headers = [] as string[], body = '' } = {}): void {
      const to = headerOf(request, 'to') ?? ''
      send(
        [
          `SIP/2.0 ${status}`,
          ...request.headers.filter(([name]) => name === 'via').map(([, value]) => `Via: ${value}`),
          `From: ${headerOf(request, 'from')}`,
          `To: ${to}${tag ? `;tag=${tag}` : ''}`,
          `Call-ID: ${headerOf(request, 'call-id')}`,
          `CSeq: ${headerOf(request, 'cseq')}`,
          ...headers,
          ...(body ? ['Content-Type: application/sdp'] : []),
          `Content-Length: ${Buffer.byteLength(body)}`,
          '',
          body,
        ].join('\r\n'),
      )
    },
    contact: `Contact: <sip:peer@127.0.0.1:${localPort}>`,
    close: () => new Promise<void>(resolve => socket.close(() => resolve())),
  }
}

export type ScriptedPeer = Awaited<ReturnType<typeof scriptedPeer>>
