import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { createDemand } from './auth/demand.ts'
import { createCallBook } from './call/call-book.ts'
import { endOrphan } from './call/end-orphan.ts'
import { answerRequest } from './incoming-requests.ts'
import { createHealth } from './keep/health.ts'
import { keepPeer } from './keep/keep-peer.ts'
import { sendErrorInWords } from './keep/words.ts'
import type { Address } from './message/address.ts'
import { answerRegister, challengeFor } from './registrar.ts'
import { sipTimers } from './reliability/timers.ts'
import type { SipLine, SipLineOptions } from './sip-line.ts'
import { createTokens } from './tokens.ts'
import { createTraceBook } from './trace.ts'
import { sourceAddressTo } from './udp-socket.ts'
import { openWire } from './wire.ts'

const loopback = /^(?:127\.|::1$|::ffff:127\.)/

/** Opens the port; rejects, in words, where the port or the peer's name cannot be had. */
export const createSipLine = async (options: SipLineOptions): Promise<SipLine> => {
  const { userAgent, credentials } = options
  const timers = sipTimers(options.t1Ms ?? 500)
  const now = options.now ?? Date.now
  const token = createTokens(options.random)
  const user = credentials?.user ?? 'trunkline'
  const login = credentials
    ? { user: credentials.authUser ?? credentials.user, password: credentials.password }
    : null
  const peer = options.peer && (await addressOf(options.peer))
  const peerHost = options.peer?.host ?? ''
  const localHost = peer && isUnspecified(options.localHost) ? await sourceAddressTo(peer) : options.localHost

  const traces = createTraceBook(now)
  const health = createHealth(now)
  const demanding = options.demand ? createDemand(options.demand, token, Date.now) : null
  let lastHeard = 0

  const wire = await openWire({
    bind: { host: options.localHost, port: options.localPort },
    localHost,
    timers,
    traces,
    token,
    contactUser: user,
    userAgent,
    credentials: login,
    accepts: from => (peer ? from.host === peer.host && from.port === peer.port : loopback.test(from.host)),
    destination: callId => peer ?? book.callerOf(callId),
    onHeard() {
      lastHeard = now()
      keeper?.heard()
    },
    onSendError(error) {
      if (peer) keeper?.lost(sendErrorInWords(peer, error.message))
    },
    onRequest(message, head, from) {
      const onInvite = () => book.take(message, from)
      const challengeInvite = () => challengeFor(demanding, 'proxy', message)
      const onRegister = () => (peer ? { code: 405 } : answerRegister(demanding, message))
      answerRequest({ core: wire.core, challengeInvite, onInvite, onRegister }, message, head)
    },
  })
  const keeper =
    peer &&
    keepPeer({
      health,
      now,
      token,
      timers,
      raw: wire.raw,
      peer,
      local: wire.localAddress,
      domain: options.fromDomain ?? peerHost,
      user,
      userAgent,
      credentials: login,
      registerSeconds: options.register?.expiresSeconds ?? null,
      optionsSeconds: options.optionsSeconds ?? 0,
    })
  const book = createCallBook({
    core: wire.core,
    timers,
    traces,
    localAddress: wire.localAddress,
    now,
    token,
    lastHeard: () => lastHeard,
    dropInvite: wire.dropInvite,
    peerSilent: () => keeper?.silent(),
  })

  return {
    localPort: wire.localAddress.port,
    localHost,
    health: health.get,
    onHealth: health.on,
    prepareInvite(invite) {
      if (!peer) throw new Error('A line without a peer cannot call.')
      return book.prepare({ peer, peerHost, fromDomain: options.fromDomain ?? peerHost }, invite)
    },
    onInvite: book.onInvite,
    ping: async () => (keeper ? keeper.ping() : { ok: false, reason: 'This line has no peer to ask.' }),
    endOrphan: (facts, dialog) =>
      endOrphan(
        { raw: wire.raw, strays: wire.strays, credentials: login, token, giveUpMs: timers.giveUp, userAgent },
        facts,
        dialog,
      ),
    async close() {
      book.close()
      await keeper?.stop()
      await quiet(wire.unanswered, timers.goodbye)
      await wire.close()
    },
  }
}

/** Lets BYE and CANCEL be answered, as long as that does not take too long. */
const quiet = async (unanswered: () => number, mostMs: number): Promise<void> => {
  const giveUpAt = performance.now() + mostMs
  while (unanswered() > 0 && performance.now() < giveUpAt)
    await new Promise(resolve => setTimeout(resolve, 10))
}

const isUnspecified = (host: string): boolean => host === '0.0.0.0' || host === '::'

const addressOf = async ({ host, port }: Address): Promise<Address> => {
  if (isIP(host)) return { host, port }
  try {
    return { host: (await lookup(host)).address, port }
  } catch (error) {
    throw new Error(`The name ${host} cannot be found. Check it, and the name server.`, { cause: error })
  }
}
