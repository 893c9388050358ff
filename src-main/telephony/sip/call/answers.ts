import type { IncomingResponseMessage, Session } from 'sip.js/lib/core/index.js'
import type { DialogFacts } from '../../../engine/ports/dialer.ts'

export interface Answer {
  readonly message: IncomingResponseMessage
}

/** An answer that sip.js made itself (408, 503) never was a datagram. */
export const isLocal = ({ message }: Answer): boolean => !message.data

export const isChallenge = ({ message: { statusCode } }: Answer): boolean =>
  statusCode === 401 || statusCode === 407

/** What a restarted process needs to end this call (RFC 3261 section 12.1.2). */
export const dialogFactsOf = (session: Session, { message }: Answer, inviteCseq: number): DialogFacts => ({
  localTag: session.localTag,
  remoteTag: session.remoteTag,
  remoteTarget: session.remoteTarget.toString(),
  routeSet: message.getHeaders('record-route').toReversed(),
  cseq: inviteCseq,
})
