import { lookup } from 'node:dns/promises'
import { type RunningIncomingCall, takeIncomingCall } from './call/incoming-call.ts'
import type { LineContext } from './call/line-context.ts'
import { prepareOutgoingCall, type RunningCall } from './call/outgoing-call.ts'
import { createStrays } from './call/strays.ts'
import { answerRequest } from './incoming-requests.ts'
import { type Address, hostPort } from './message/address.ts'
import { inviteBranch } from './message/branch.ts'
import { createRawRequests } from './raw-requests.ts'
import { createReceiver } from './receive.ts'
import { createReliability } from './reliability/reliability.ts'
import { sipTimers } from './reliability/timers.ts'
import { createSipCore } from './sip-core.ts'
import type { IncomingInvite, SipLine, SipLineOptions } from './sip-line.ts'
import { createTokens } from './tokens.ts'
import { createTraceBook } from './trace.ts'
import { openUdpSocket, sourceAddressTo } from './udp-socket.ts'

const loopback = /^(?:127\.|::1$|::ffff:127\.)/

/** Opens the port; rejects, in words, where that cannot be done. */
export const createSipLine = async (options: SipLineOptions): Promise<SipLine> => {
  const { peer, userAgent } = options
  const timers = sipTimers(options.t1Ms ?? 500)
  const now = options.now ?? Date.now
  const token = createTokens(options.random)
  const peerAddress = peer && { host: (await lookup(peer.host)).address, port: peer.port }
  const localHost =
    peerAddress && options.localHost === '0.0.0.0' ? await sourceAddressTo(peerAddress) : options.localHost

  const traces = createTraceBook(now)
  const outgoing = new Map<string, RunningCall>()
  const incoming = new Map<string, RunningIncomingCall>()
  /** Without a peer: where the other side of a call is. */
  const callers = new Map<string, Address>()
  let onInvite: ((call: IncomingInvite) => void) | null = null
  let lastHeard = 0

  const socket = await openUdpSocket(
    { host: options.localHost, port: options.localPort },
    { onDatagram: (data, from) => receive(data, from), onSendError: () => {} },
  )
  const localAddress: Address = { host: localHost, port: socket.port }

  const reliability = createReliability({
    timers,
    send(text, to) {
      const callId = /\r\nCall-ID: ([^\r]+)/.exec(text)?.[1]
      if (callId) traces.note(callId, 'sent', text)
      socket.send(text, to)
    },
    destination: callId => peerAddress ?? callers.get(callId) ?? null,
    expired(head) {
      if (!raw.onExpired(head)) core.expire(head.branch, head.method)
    },
    ackMissing: invite => core.ackMissing(invite.branch),
  })
  const raw = createRawRequests({ send: (text, to) => reliability.send(text, to) })
  const core = createSipCore({
    localAddress,
    contactUser: options.credentials?.user ?? 'trunkline',
    userAgent,
    transport: { protocol: 'UDP', send: async text => reliability.send(text) },
    authenticationFactory: () => undefined,
  })
  const strays = createStrays({
    local: localAddress,
    userAgent,
    giveUpMs: timers.giveUp,
    raw,
    acknowledge: (text, to) => reliability.send(text, to),
  })
  const receive = createReceiver({
    core,
    reliability,
    raw,
    strays,
    traces,
    accepts: from =>
      peerAddress
        ? from.host === peerAddress.host && from.port === peerAddress.port
        : loopback.test(from.host),
    heard() {
      lastHeard = now()
    },
    onRequest(message, head, from) {
      if (!peerAddress && head.method === 'INVITE') callers.set(head.callId, from)
      answerRequest({ core, onInvite: takeInvite }, message, head)
    },
  })

  const line: LineContext = {
    core,
    timers,
    traces,
    localAddress,
    now,
    token,
    lastHeard: () => lastHeard,
    dropInvite(callId, cseq) {
      reliability.dropInvite(inviteBranch(callId, cseq))
      core.dropInvite(callId, cseq)
    },
    peerSilent() {},
  }

  const takeInvite = (message: Parameters<typeof takeIncomingCall>[1]): void => {
    const callId = message.callId
    const call = takeIncomingCall(line, message, () => {
      incoming.delete(callId)
      setTimeout(() => incoming.has(callId) || callers.delete(callId), timers.giveUp).unref()
    })
    incoming.set(callId, call)
    if (onInvite) onInvite(call)
    else call.reject(486)
  }

  return {
    localPort: socket.port,
    localHost,
    health: () => ({ is: 'starting' }),
    onHealth: () => () => {},
    prepareInvite(invite) {
      if (!peerAddress) throw new Error('A line without a peer cannot call.')
      const identity = { peer: peerAddress, fromDomain: options.fromDomain ?? peerAddress.host }
      const call = prepareOutgoingCall(line, identity, invite, () => outgoing.delete(invite.sipCallId))
      return {
        facts: call.facts,
        send(observer) {
          outgoing.set(invite.sipCallId, call)
          call.send(observer)
        },
        hangUp: () => call.hangUp(),
      }
    },
    onInvite(handler) {
      onInvite = handler
    },
    ping: async () => ({ ok: false, reason: `not yet: ${hostPort(localAddress)}` }),
    endOrphan: async () => {},
    async close() {
      for (const call of [...outgoing.values(), ...incoming.values()]) call.abandon()
      raw.close()
      reliability.close()
      core.dispose()
      await socket.close()
    },
  }
}
