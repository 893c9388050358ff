import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js'
import type { SipHead } from './message/sip-head.ts'
import type { SipCore } from './sip-core.ts'

export interface RequestHandlers {
  readonly core: SipCore
  /** An INVITE outside of any dialog, fit to be answered. */
  onInvite(): void
  /** The challenge that this INVITE has yet to answer, if any. */
  challengeInvite(): Answer | null
  onRegister(): Answer
}

export interface Answer {
  readonly code: number
  readonly reason?: string
  readonly headers?: readonly string[]
}

/** What there is to do with a request: hand it to sip.js, to the handler of new calls, or answer it here. */
type Fate = Answer | 'to sip.js' | 'new call'

const allow = 'Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE'

/** Sends each request to where it is answered; what sip.js cannot do is answered here. */
export const answerRequest = (
  handlers: RequestHandlers,
  message: IncomingRequestMessage,
  head: SipHead,
): void => {
  const { core } = handlers
  const fate = fateOf(handlers, message, head)
  if (fate === 'new call') handlers.onInvite()
  else if (fate === 'to sip.js') {
    // sip.js answers 404 to a Request-URI other than our Contact; within a dialog the tags say enough.
    message.ruri = core.configuration.aor.clone()
    core.receiveIncomingRequestFromTransport(message)
  } else
    core.replyStateless(message, {
      statusCode: fate.code,
      extraHeaders: [...(fate.headers ?? [])],
      ...(fate.reason ? { reasonPhrase: fate.reason } : {}),
    })
}

const fateOf = (handlers: RequestHandlers, message: IncomingRequestMessage, head: SipHead): Fate => {
  switch (head.method) {
    case 'INVITE':
      return fateOfInvite(handlers, message, head)
    case 'OPTIONS':
      return { code: 200, headers: [allow, 'Accept: application/sdp'] }
    case 'UPDATE':
      return fateOfUpdate(handlers.core, message, head)
    case 'REGISTER':
      return handlers.onRegister()
    case 'ACK':
    case 'CANCEL':
    case 'BYE':
    case 'INFO':
      return 'to sip.js'
    default:
      return { code: 405, headers: [allow] }
  }
}

const fateOfInvite = (handlers: RequestHandlers, message: IncomingRequestMessage, head: SipHead): Fate => {
  if (!message.hasHeader('contact')) return { code: 400, reason: 'Missing Contact' }
  if (message.hasHeader('require'))
    return { code: 420, headers: [`Unsupported: ${message.getHeader('require')}`] }
  if (message.body && !/^application\/sdp\b/i.test(message.getHeader('content-type') ?? ''))
    return { code: 415, headers: ['Accept: application/sdp'] }
  return head.toTag ? 'to sip.js' : (handlers.challengeInvite() ?? 'new call')
}

/** RFC 3311, as a session refresh (RFC 4028 section 9); new media is refused and the call goes on as it was. */
const fateOfUpdate = (core: SipCore, message: IncomingRequestMessage, head: SipHead): Fate => {
  if (!core.dialogs.has(head.callId + head.toTag + head.fromTag)) return { code: 481 }
  if (message.body) return { code: 488 }
  const refresh = message.getHeader('session-expires')
  const contact = `Contact: ${core.configuration.contact.toString()}`
  return { code: 200, headers: [allow, contact, ...(refresh ? [`Session-Expires: ${refresh}`] : [])] }
}
