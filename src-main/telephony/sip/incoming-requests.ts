import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js'
import type { SipHead } from './message/sip-head.ts'
import type { SipCore } from './sip-core.ts'

export interface RequestHandlers {
  readonly core: SipCore
  onInvite(message: IncomingRequestMessage): void
}

const allow = 'Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE'

/** Sends each request to where it is answered; what sip.js cannot do is answered here. */
export const answerRequest = (
  { core, onInvite }: RequestHandlers,
  message: IncomingRequestMessage,
  head: SipHead,
): void => {
  const inDialog = head.toTag !== ''
  switch (head.method) {
    case 'INVITE':
      if (inDialog) return passToDialog(core, message)
      if (!message.hasHeader('contact')) return reply(core, message, 400, 'Missing Contact')
      if (message.body && !/^application\/sdp\b/i.test(message.getHeader('content-type') ?? ''))
        return reply(core, message, 415, undefined, ['Accept: application/sdp'])
      return onInvite(message)
    case 'OPTIONS':
      return reply(core, message, 200, undefined, [allow, 'Accept: application/sdp'])
    case 'UPDATE':
      return answerUpdate(core, message, head)
    case 'ACK':
    case 'CANCEL':
    case 'BYE':
    case 'INFO':
      return passToDialog(core, message)
    default:
      return reply(core, message, 405, undefined, [allow])
  }
}

/** sip.js answers 404 to a Request-URI other than its Contact; within a dialog the tags say enough. */
const passToDialog = (core: SipCore, message: IncomingRequestMessage): void => {
  message.ruri = core.configuration.aor.clone()
  core.receiveIncomingRequestFromTransport(message)
}

/** RFC 3311, as a session refresh (RFC 4028 section 9); new media is refused, the call goes on as it was. */
const answerUpdate = (core: SipCore, message: IncomingRequestMessage, head: SipHead): void => {
  if (!core.dialogs.has(head.callId + head.toTag + head.fromTag)) return reply(core, message, 481)
  if (message.body) return reply(core, message, 488)
  const refresh = message.getHeader('session-expires')
  const contact = `Contact: ${core.configuration.contact.toString()}`
  reply(core, message, 200, undefined, [allow, contact, ...(refresh ? [`Session-Expires: ${refresh}`] : [])])
}

const reply = (
  core: SipCore,
  message: IncomingRequestMessage,
  statusCode: number,
  reasonPhrase?: string,
  extraHeaders: string[] = [],
): void => {
  core.replyStateless(message, { statusCode, extraHeaders, ...(reasonPhrase ? { reasonPhrase } : {}) })
}
