import type { Address } from '../message/address.ts'
import type { SipHead } from '../message/sip-head.ts'
import type { SipTimers } from './timers.ts'

type Timer = ReturnType<typeof setTimeout>

/**
 *  proceeding ──final──▶ answered ──ACK (INVITE only)──▶ settled ──▶ forgotten, 64·T1 after the final answer
 * The final answer to an INVITE is sent again until its ACK comes (timers G and H; 13.3.1.4 for 2xx); all others are
 * repeated only when the request is (timer J).
 */
type State =
  | { readonly is: 'proceeding'; readonly last: string | null; readonly forget: Timer | null }
  | { readonly is: 'answered'; readonly last: string; readonly again: Timer; readonly giveUp: Timer }
  | { readonly is: 'settled'; readonly last: string; readonly forget: Timer }

interface Received {
  readonly key: string
  readonly head: SipHead
  readonly replyTo: Address
  /** Call-ID, tags and CSeq of the 2xx, by which its ACK is known: that has a branch of its own. */
  ackKey: string | null
  state: State
}

export interface ServerTransactionHooks {
  readonly timers: SipTimers
  send(text: string, to: Address): void
  /** The 2xx of this INVITE was never acknowledged. */
  ackMissing(invite: SipHead): void
}

export type RequestVerdict = 'new' | 'absorbed'

const keyOf = (head: SipHead, method: string): string =>
  `${head.branch} ${head.sentBy.toLowerCase()} ${method}`
const ackKeyOf = (head: SipHead, toTag: string): string =>
  `${head.callId} ${head.fromTag} ${toTag} ${head.cseq}`

/** Requests from the peer, each handed up once however often it comes (RFC 3261 section 17.2). */
export const createServerTransactions = ({ timers, send, ackMissing }: ServerTransactionHooks) => {
  const open = new Map<string, Received>()
  const awaitingAck = new Map<string, Received>()

  const stopTimers = ({ state }: Received): void => {
    if (state.is === 'answered') {
      clearTimeout(state.again)
      clearTimeout(state.giveUp)
    } else if (state.forget) clearTimeout(state.forget)
  }

  const forget = (received: Received): void => {
    stopTimers(received)
    open.delete(received.key)
    if (received.ackKey) awaitingAck.delete(received.ackKey)
  }

  const sendAgain = (received: Received, interval: number): void => {
    if (received.state.is !== 'answered') return
    send(received.state.last, received.replyTo)
    const next = Math.min(interval * 2, timers.t2)
    received.state = { ...received.state, again: setTimeout(sendAgain, next, received, next) }
  }

  const awaitAck = (received: Received, text: string, toTag: string, status: number): void => {
    if (status < 300) {
      received.ackKey = ackKeyOf(received.head, toTag)
      awaitingAck.set(received.ackKey, received)
    }
    const giveUp = setTimeout(() => {
      forget(received)
      if (status < 300) ackMissing(received.head)
    }, timers.giveUp)
    const again = setTimeout(() => sendAgain(received, timers.t1), timers.t1)
    received.state = { is: 'answered', last: text, again, giveUp }
  }

  const settle = (received: Received, last: string): void => {
    stopTimers(received)
    received.state = { is: 'settled', last, forget: setTimeout(forget, timers.giveUp, received) }
  }

  const onAck = (head: SipHead): RequestVerdict => {
    const received = open.get(keyOf(head, 'INVITE')) ?? awaitingAck.get(ackKeyOf(head, head.toTag))
    if (received?.state.is !== 'answered') return 'absorbed'
    settle(received, received.state.last)
    return 'new'
  }

  const onRequest = (head: SipHead, replyTo: Address): RequestVerdict => {
    if (head.method === 'ACK') return onAck(head)
    const key = keyOf(head, head.method)
    const known = open.get(key)
    if (known) {
      if (known.state.last) send(known.state.last, known.replyTo)
      return 'absorbed'
    }
    const received: Received = {
      key,
      head,
      replyTo,
      ackKey: null,
      state: { is: 'proceeding', last: null, forget: null },
    }
    // An INVITE may ring for minutes; anything else is answered at once or never.
    if (head.method !== 'INVITE')
      received.state = { is: 'proceeding', last: null, forget: setTimeout(forget, timers.giveUp, received) }
    open.set(key, received)
    return 'new'
  }

  /** An answer from above. Repetitions of a final answer are this layer's own business and are dropped. */
  const respond = (head: SipHead, text: string): void => {
    const received = open.get(keyOf(head, head.method))
    if (received?.state.is !== 'proceeding' || head.start.is !== 'response') return
    const { status } = head.start
    if (status < 200) received.state = { ...received.state, last: text }
    else if (head.method === 'INVITE') awaitAck(received, text, head.toTag, status)
    else settle(received, text)
    send(text, received.replyTo)
  }

  return {
    onRequest,
    respond,
    size: (): number => open.size,
    close(): void {
      for (const received of open.values()) stopTimers(received)
      open.clear()
      awaitingAck.clear()
    },
  }
}

export type ServerTransactions = ReturnType<typeof createServerTransactions>
