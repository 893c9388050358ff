import type { Address } from '../message/address.ts'
import { headOf, type SipHead } from '../message/sip-head.ts'
import { readSipText } from '../message/sip-text.ts'
import { createClientTransactions, type ResponseVerdict } from './client-transactions.ts'
import { createServerTransactions, type RequestVerdict } from './server-transactions.ts'
import type { SipTimers } from './timers.ts'

export interface ReliabilityHooks {
  readonly timers: SipTimers
  send(text: string, to: Address): void
  /** Where a request of this Call-ID goes; `null`: nowhere. */
  destination(callId: string): Address | null
  /** A request of ours got no answer within 64·T1. */
  expired(head: SipHead): void
  /** Our 2xx to this INVITE was never acknowledged. */
  ackMissing(invite: SipHead): void
}

/**
 * The layer that sip.js lacks: it takes every transport for a reliable one. What leaves is repeated until answered, what
 * comes is handed up once.
 */
export const createReliability = ({ timers, send, destination, expired, ackMissing }: ReliabilityHooks) => {
  const clients = createClientTransactions({ timers, send, expired })
  const servers = createServerTransactions({ timers, send, ackMissing })
  return {
    /** A message from above. `to` overrides the destination of a request. Throws where a request has none. */
    send(text: string, to?: Address): void {
      const message = readSipText(text)
      const head = message && headOf(message)
      if (!head) throw new Error('A message of our own cannot be read.')
      if (head.start.is === 'response') {
        servers.respond(head, text)
        return
      }
      const address = to ?? destination(head.callId)
      if (!address) throw new Error('The peer has no address.')
      if (head.method === 'ACK') clients.sendAck(head, text, address)
      else clients.start(head, text, address)
    },
    onRequest: (head: SipHead, replyTo: Address): RequestVerdict => servers.onRequest(head, replyTo),
    onResponse: (head: SipHead): ResponseVerdict => clients.onResponse(head),
    dropInvite: (branch: string): void => clients.drop(branch),
    unanswered: clients.unanswered,
    openTransactions: (): number => clients.size() + servers.size(),
    close(): void {
      clients.close()
      servers.close()
    },
  }
}

export type Reliability = ReturnType<typeof createReliability>
