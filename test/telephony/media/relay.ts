import { createSocket } from 'node:dgram'

/** A network between two legs that loses every so-many-th packet. Counts both directions apart. */
export interface Relay {
  readonly port: number
  close(): void
}

const bound = (host = '127.0.0.1', port = 0) =>
  new Promise<ReturnType<typeof createSocket>>(resolve => {
    const socket = createSocket('udp4')
    socket.bind(port, host, () => resolve(socket))
  })

/** What one end sends goes to the other, but for each packet, counted in its direction, that `loses` names. */
export async function aRelay(a: number, b: number, loses: (number: number) => boolean): Promise<Relay> {
  const socket = await bound()
  const numbers = new Map([
    [a, 0],
    [b, 0],
  ])
  socket.on('message', (bytes, { port }) => {
    const number = numbers.get(port) ?? 0
    numbers.set(port, number + 1)
    if (!loses(number)) socket.send(bytes, port === a ? b : a, '127.0.0.1')
  })
  return { port: socket.address().port, close: () => socket.close() }
}

/** A peer of its own that sends what it likes. */
export interface Stranger {
  readonly port: number
  send(bytes: Buffer, port: number): Promise<void>
  close(): void
}

export async function aStranger(host = '127.0.0.1', port = 0): Promise<Stranger> {
  const socket = await bound(host, port)
  return {
    port: socket.address().port,
    send: (bytes, port) => new Promise(resolve => socket.send(bytes, port, '127.0.0.1', () => resolve())),
    close: () => socket.close(),
  }
}
