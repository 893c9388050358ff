import { createSocket, type Socket } from 'node:dgram'
import type { Address } from './message/address.ts'

export interface UdpSocket {
  readonly port: number
  send(text: string, to: Address): void
  close(): Promise<void>
}

export interface UdpHandlers {
  onDatagram(data: Buffer, from: Address): void
  /** A datagram could not leave: no route, no interface, no buffer. */
  onSendError(error: Error): void
}

/** Rejects, in words, where the port cannot be had. */
export const openUdpSocket = async (local: Address, handlers: UdpHandlers): Promise<UdpSocket> => {
  const socket = createSocket({ type: local.host.includes(':') ? 'udp6' : 'udp4' })
  await bound(socket, local)
  // An error of one datagram must never end the line.
  socket.on('error', handlers.onSendError)
  socket.on('message', (data, { address, port }) => handlers.onDatagram(data, { host: address, port }))
  let open = true
  return {
    port: socket.address().port,
    send(text, { host, port }) {
      if (open) socket.send(text, port, host, error => error && handlers.onSendError(error))
    },
    close: () =>
      new Promise(resolve => {
        if (!open) return resolve()
        open = false
        socket.close(() => resolve())
      }),
  }
}

const bound = (socket: Socket, { host, port }: Address): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', error => {
      socket.close()
      reject(new Error(`SIP port ${host}:${port} cannot be opened: ${error.message}`, { cause: error }))
    })
    socket.bind({ address: host, port }, () => {
      socket.removeAllListeners('error')
      resolve()
    })
  })

/** The address that datagrams to this peer leave from. */
export const sourceAddressTo = (peer: Address): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = createSocket(peer.host.includes(':') ? 'udp6' : 'udp4')
    socket.once('error', error => {
      socket.close()
      reject(error)
    })
    socket.connect(peer.port, peer.host, () => {
      const { address } = socket.address()
      socket.close(() => resolve(address))
    })
  })
