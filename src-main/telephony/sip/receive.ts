import { IncomingRequestMessage, IncomingResponseMessage, Parser } from 'sip.js/lib/core/index.js'
import { keepStrongest } from './auth/answer-challenge.ts'
import type { Strays } from './call/strays.ts'
import { type Address, hostPort } from './message/address.ts'
import { completeAnswer, replyAddress, stampVia } from './message/fix-up.ts'
import { makeRefusal } from './message/make-refusal.ts'
import { readDatagram } from './message/read-datagram.ts'
import type { SipHead } from './message/sip-head.ts'
import { type SipText, writeSipText } from './message/sip-text.ts'
import type { RawRequests } from './raw-requests.ts'
import type { Reliability } from './reliability/reliability.ts'
import type { SipCore } from './sip-core.ts'
import type { TraceBook } from './trace.ts'

export interface ReceiveHooks {
  readonly core: SipCore
  readonly reliability: Reliability
  readonly raw: RawRequests
  readonly strays: Strays
  readonly traces: TraceBook
  /** Whether datagrams from there are looked at at all. */
  accepts(from: Address): boolean
  onHeard(): void
  /** A request, once, with a Via by which the answer finds its way. */
  onRequest(message: IncomingRequestMessage, head: SipHead, from: Address): void
}

/** The way of a datagram: peer, form, transaction, then sip.js. Nothing that comes can throw. */
export const createReceiver = (hooks: ReceiveHooks) => {
  const { core, reliability, raw, strays, traces } = hooks
  const logger = core.loggerFactory.getLogger('receive')

  const receiveResponse = (text: SipText, head: SipHead, from: Address): void => {
    const verdict = reliability.onResponse(head)
    if (verdict === 'absorbed') return
    if (verdict === 'stray') strays.onResponse(head, text, from)
    if (verdict === 'stray' || raw.onResponse(head, text)) return
    const message = Parser.parseMessage(writeSipText(keepStrongest(completeAnswer(text, from))), logger)
    if (message instanceof IncomingResponseMessage) core.receiveIncomingResponseFromTransport(message)
  }

  const receiveRequest = (text: SipText, head: SipHead, from: Address): void => {
    if (reliability.onRequest(head, replyAddress(text, from)) === 'absorbed') return
    // What an ACK says about media is never needed: offers leave with the INVITE.
    const fit = stampVia(head.method === 'ACK' ? { ...text, body: '' } : text, from, head.branch)
    const message = Parser.parseMessage(writeSipText(fit), logger)
    if (message instanceof IncomingRequestMessage) hooks.onRequest(message, head, from)
    else if (head.method !== 'ACK')
      reliability.send(writeSipText(makeRefusal(fit, 400, 'Bad Request', head.branch)))
  }

  return (data: Buffer, from: Address): void => {
    if (!hooks.accepts(from)) return
    const read = readDatagram(data)
    if (!read) return
    hooks.onHeard()
    traces.note(read.head.callId, 'received', data.toString('utf8'))
    try {
      if (read.head.start.is === 'response') receiveResponse(read.text, read.head, from)
      else receiveRequest(read.text, read.head, from)
    } catch (error) {
      // sip.js throws at messages that it cannot make sense of: the message is lost, the line is not.
      logger.warn(`${hostPort(from)}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
