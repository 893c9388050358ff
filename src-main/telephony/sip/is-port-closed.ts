import { createSocket } from 'node:dgram'
import type { Address } from './message/address.ts'

/** A host on the same network says so within milliseconds. */
const ANSWERS_WITHIN_MS = 1_000

/** Whether the host says by ICMP that nothing listens on this UDP port. `false` proves nothing: most firewalls keep silent. */
export const isPortClosed = ({ host, port }: Address): Promise<boolean> =>
  new Promise(resolve => {
    const socket = createSocket('udp4')
    const tell = (closed: boolean) => {
      clearTimeout(timer)
      socket.close(() => resolve(closed))
    }
    const timer = setTimeout(tell, ANSWERS_WITHIN_MS, false)
    // Only a connected socket is told; the host may not be found any more either.
    socket.once('error', error => tell('code' in error && error.code === 'ECONNREFUSED'))
    // A keep-alive, to which nobody need answer (RFC 5626 section 3.5.1).
    socket.once('connect', () => socket.send('\r\n\r\n'))
    // Not with that as its callback, which would be handed what went wrong in place of `error`.
    socket.connect(port, host)
  })
