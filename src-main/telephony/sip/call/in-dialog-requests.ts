import type { IncomingRequestMessage, SessionDelegate } from 'sip.js/lib/core/index.js'
import { type AgreedMedia, answerAgain } from './answer-again.ts'
import { keyInInfo } from './key-in-info.ts'

export interface DialogEvents {
  readonly agreed: AgreedMedia
  /** Our Contact header, which sip.js leaves out of the answer to a re-INVITE. */
  readonly contact: string
  onKey(key: string): void
  onBye(message: IncomingRequestMessage): void
}

/** Answers what the peer may ask in the middle of a call. */
export const inDialogRequests = ({ agreed, contact, onKey, onBye }: DialogEvents): SessionDelegate => ({
  onBye(request) {
    request.accept()
    onBye(request.message)
  },
  onInfo(request) {
    const key = keyInInfo(request.message.getHeader('content-type') ?? '', request.message.body)
    request.accept()
    if (key) onKey(key)
  },
  // Hold, resume, a session refresh: answered with the media that we have. Anything else is refused and the call
  // goes on as it was (RFC 3261 section 14.2).
  onInvite(request) {
    const content = answerAgain(agreed, request.message.body)
    if (content === null) request.reject({ statusCode: 488 })
    else
      request.accept({
        statusCode: 200,
        extraHeaders: [`Contact: ${contact}`],
        body: { contentDisposition: 'session', contentType: 'application/sdp', content },
      })
  },
})
