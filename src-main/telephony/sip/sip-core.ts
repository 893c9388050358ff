import {
  ClientTransaction,
  LoggerFactory,
  type OutgoingRequestMessage,
  type Transport,
  URI,
  UserAgentCore,
  type UserAgentCoreConfiguration,
} from 'sip.js/lib/core/index.js'
import { installFastGrammar } from './grammar/fast-grammar.ts'
import { type Address, hostPort, uriHost } from './message/address.ts'
import { branchOf, inviteBranch } from './message/branch.ts'

/**
 * sip.js's own core, without its session API: that one acknowledges and lingers by itself and is made for browsers,
 * while the core hands out `ack()` to be called when the dialog is on disk.
 */
export interface SipCoreOptions {
  readonly localAddress: Address
  /** User part of our Contact. */
  readonly contactUser: string
  readonly userAgent: string
  readonly transport: Transport
  readonly authenticationFactory: UserAgentCoreConfiguration['authenticationFactory']
}

type Request = {
  readonly method: string
  readonly callId: string
  readonly cseq: number
  readonly branch?: string
}

/** sip.js draws from 10⁷ branches: two calls of a busy hour would share one. */
const makeId = ({ method, callId, cseq, branch }: Request): string =>
  method === 'CANCEL' && branch ? branch : branchOf(callId, cseq, method)
Object.assign(ClientTransaction, { makeId })
installFastGrammar()

export class SipCore extends UserAgentCore {
  /** The ACK of a 2xx is outside every transaction and gets its branch elsewhere in sip.js: here it gets one of ours. */
  override makeOutgoingRequestMessage(
    ...args: Parameters<UserAgentCore['makeOutgoingRequestMessage']>
  ): OutgoingRequestMessage {
    const message = super.makeOutgoingRequestMessage(...args)
    if (message.method === 'ACK') {
      const setViaHeader = message.setViaHeader.bind(message)
      const branch = branchOf(message.callId, message.cseq, `ACK ${message.toTag ?? ''}`)
      message.setViaHeader = (_branch, transport) => setViaHeader(branch, transport)
    }
    return message
  }

  /** Ends a client transaction for which no answer came: sip.js then makes a 408 without data of its own. */
  expire(branch: string, method: string): void {
    const transaction = this.userAgentClients.get(branch + method)?.transaction
    // Timers B and F, which sip.js runs with 32 s whatever T1 is.
    const clock = transaction as unknown as { timerB?: () => void; timerF?: () => void } | undefined
    if (method === 'INVITE') clock?.timerB?.()
    else clock?.timerF?.()
  }

  /** Ends an accepted INVITE whose ACK never came (timer L of sip.js): its dialog gets `onAckTimeout`. */
  ackMissing(branch: string): void {
    const transaction = this.userAgentServers.get(branch)?.transaction
    ;(transaction as unknown as { timerL?: () => void } | undefined)?.timerL?.()
  }

  /** Forgets an INVITE that was given up; sip.js alone would keep one without a final answer for ever. */
  dropInvite(callId: string, cseq: number): void {
    const key = `${inviteBranch(callId, cseq)}INVITE`
    this.userAgentClients.get(key)?.dispose()
    this.userAgentClients.delete(key)
  }
}

export const createSipCore = (options: SipCoreOptions): SipCore => {
  const { localAddress, contactUser, userAgent, transport, authenticationFactory } = options
  const loggerFactory = new LoggerFactory()
  loggerFactory.builtinEnabled = false
  const uri = new URI('sip', contactUser, uriHost(localAddress.host), localAddress.port)
  return new SipCore({
    aor: uri,
    contact: { uri, pubGruu: undefined, tempGruu: undefined, toString: () => `<${uri.toString()}>` },
    displayName: '',
    loggerFactory,
    hackViaTcp: false,
    routeSet: [],
    sipjsId: '',
    supportedOptionTags: [],
    supportedOptionTagsResponse: [],
    userAgentHeaderFieldValue: userAgent,
    viaForceRport: true,
    viaHost: hostPort(localAddress),
    authenticationFactory,
    transportAccessor: () => transport,
  })
}
