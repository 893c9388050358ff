import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { lookup } from 'node:dns'
import { isIP } from 'node:net'
import type { Source } from './source-latch.ts'

/** The two UDP sockets of one leg: RTP on an even port, RTCP on the next one (RFC 3550 section 11). */
export interface LegSockets {
  readonly rtp: Socket
  readonly rtcp: Socket
  close(): void
}

export interface Heard {
  readonly rtp: (bytes: Buffer, from: Source) => void
  readonly rtcp: (bytes: Buffer, from: Source) => void
  /** A datagram could not be sent: no route, network down. */
  readonly sendFailed: (error: Error) => void
}

/** Addresses are used as they are; the default would defer every packet to the resolver. */
const addressOf: typeof lookup = ((host: string, options: never, done: (...found: unknown[]) => void) => {
  const family = isIP(host)
  if (family > 0) done(null, host, family)
  else lookup(host, options, done)
}) as typeof lookup

const bound = (host: string, port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = createSocket({ type: isIP(host) === 6 ? 'udp6' : 'udp4', lookup: addressOf })
    const refuse = (error: Error) => {
      socket.close()
      reject(error)
    }
    socket.once('error', refuse)
    socket.bind({ address: host, port, exclusive: true }, () => {
      socket.off('error', refuse)
      resolve(socket)
    })
  })

/** Rejects with the system's error where one of both ports is taken. */
export async function openLegSockets(host: string, port: number, heard: Heard): Promise<LegSockets> {
  const rtp = await bound(host, port)
  const rtcp = await bound(host, port + 1).catch(error => {
    rtp.close()
    throw error
  })
  // Spelled out, because the type of `on` takes any function for an event.
  rtp.on('message', (bytes: Buffer, from: RemoteInfo) => heard.rtp(bytes, from))
  rtcp.on('message', (bytes: Buffer, from: RemoteInfo) => heard.rtcp(bytes, from))
  rtp.on('error', heard.sendFailed)
  rtcp.on('error', heard.sendFailed)
  return {
    rtp,
    rtcp,
    close() {
      rtp.close()
      rtcp.close()
    },
  }
}
