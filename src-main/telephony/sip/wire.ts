import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js'
import { sipJsCredentials } from './auth/answer-challenge.ts'
import type { Credentials } from './auth/digest.ts'
import { createStrays } from './call/strays.ts'
import type { Address } from './message/address.ts'
import { inviteBranch } from './message/branch.ts'
import type { SipHead } from './message/sip-head.ts'
import { createRawRequests } from './raw-requests.ts'
import { createReceiver } from './receive.ts'
import { createReliability } from './reliability/reliability.ts'
import type { SipTimers } from './reliability/timers.ts'
import { createSipCore } from './sip-core.ts'
import type { TraceBook } from './trace.ts'
import { openUdpSocket } from './udp-socket.ts'

export interface WireOptions {
  readonly bind: Address
  /** Our host as the peer sees it. */
  readonly localHost: string
  readonly timers: SipTimers
  readonly traces: TraceBook
  readonly token: () => string
  readonly contactUser: string
  readonly userAgent: string
  readonly credentials: Credentials | null
  /** Whether datagrams from there are looked at at all. */
  accepts(from: Address): boolean
  /** Where requests of this Call-ID go. */
  destination(callId: string): Address | null
  onHeard(): void
  onSendError(error: Error): void
  onRequest(message: IncomingRequestMessage, head: SipHead, from: Address): void
}

/** Everything between the socket and the calls: socket, transactions, sip.js. */
export const openWire = async (options: WireOptions) => {
  const { bind, localHost, timers, traces, token, contactUser, userAgent, credentials } = options
  const socket = await openUdpSocket(bind, {
    onDatagram: (data, from) => receive(data, from),
    onSendError: options.onSendError,
  })
  const localAddress: Address = { host: localHost, port: socket.port }
  const reliability = createReliability({
    timers,
    send(text, to) {
      traces.note(/\r\nCall-ID: ([^\r]+)/.exec(text)?.[1] ?? '', 'sent', text)
      socket.send(text, to)
    },
    destination: options.destination,
    expired(head) {
      if (!raw.onExpired(head)) core.expire(head.branch, head.method)
    },
    ackMissing: invite => core.ackMissing(invite.branch),
  })
  const sendTo = (text: string, to: Address): void => reliability.send(text, to)
  const raw = createRawRequests({ send: sendTo })
  const strays = createStrays({
    local: localAddress,
    userAgent,
    giveUpMs: timers.giveUp,
    raw,
    acknowledge: sendTo,
  })
  const core = createSipCore({
    localAddress,
    contactUser,
    userAgent,
    // A rejection is what sip.js expects of a transport that cannot send: the request ends with its own 503.
    transport: { protocol: 'UDP', send: async text => reliability.send(text) },
    authenticationFactory: () => (credentials ? sipJsCredentials(credentials, token) : undefined),
  })
  const receive = createReceiver({
    core,
    reliability,
    raw,
    strays,
    traces,
    accepts: options.accepts,
    onHeard: options.onHeard,
    onRequest: options.onRequest,
  })
  return {
    core,
    raw,
    strays,
    localAddress,
    unanswered: reliability.unanswered,
    dropInvite(callId: string, cseq: number): void {
      reliability.dropInvite(inviteBranch(callId, cseq))
      core.dropInvite(callId, cseq)
    },
    async close(): Promise<void> {
      raw.close()
      reliability.close()
      core.dispose()
      await socket.close()
    },
  }
}

export type Wire = Awaited<ReturnType<typeof openWire>>
