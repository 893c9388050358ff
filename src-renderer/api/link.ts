import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { connectionLost, connectionOpened } from './connection.ts'

type Link = ClientLink<ClientContext>

const waitForLinkMs = 10_000
const firstPauseMs = 500
const longestPauseMs = 8_000

let link: Link | undefined
let waiting: Array<(link: Link) => void> = []

function opened(next: Link) {
  link = next
  connectionOpened()
  for (const go of waiting) go(next)
  waiting = []
}

function lost() {
  link = undefined
  connectionLost()
}

/** In a browser: one WebSocket at a time, replaced for as long as the page lives, with growing pauses. */
function openSocket(address: string, pauseMs = firstPauseMs) {
  const socket = new WebSocket(address)
  let served = false
  socket.addEventListener('open', () => {
    served = true
    opened(new SocketLink({ websocket: socket }))
  })
  socket.addEventListener('close', () => {
    lost()
    const pause = served ? firstPauseMs : pauseMs
    setTimeout(openSocket, pause, address, Math.min(pause * 2, longestPauseMs))
  })
}

/** In the desktop window: the preload hands over one port, and a new one when the engine's side was renewed. */
function awaitPort() {
  window.addEventListener('message', event => {
    const port = event.ports[0]
    if (event.source !== window || event.data !== 'trunkline:port' || !port) return
    port.addEventListener('close', lost)
    opened(new PortLink({ port }))
    port.start()
  })
}

export function connect() {
  if (location.protocol === 'app:') awaitPort()
  else openSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`)
}

function linked(signal: AbortSignal | undefined): Promise<Link> {
  if (link) return Promise.resolve(link)
  return new Promise((resolve, reject) => {
    const give = (next: Link) => {
      clearTimeout(timer)
      resolve(next)
    }
    const leave = (reason: Error) => {
      clearTimeout(timer)
      waiting = waiting.filter(other => other !== give)
      reject(reason)
    }
    const timer = setTimeout(() => leave(new Error('not connected')), waitForLinkMs)
    signal?.addEventListener('abort', () => leave(new Error('given up')), { once: true })
    waiting.push(give)
  })
}

/** The link that all calls use: the current one, or the next one if it comes in time. */
export const currentLink: Link = {
  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) {
    return (await linked(options.signal)).call(path, input, options)
  },
}
