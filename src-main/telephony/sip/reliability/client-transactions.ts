import type { Address } from '../message/address.ts'
import { inviteBranch } from '../message/branch.ts'
import type { SipHead } from '../message/sip-head.ts'
import type { SipTimers } from './timers.ts'

type Timer = ReturnType<typeof setTimeout>

/**
 *  waiting ──1xx──▶ proceeding ──final──▶ over ──64·T1 (INVITE) or T4──▶ forgotten
 *     └──────────────final──────────────────┘
 * An INVITE is sent again while waiting (timers A, B); any other request also while proceeding (E, F).
 */
type State =
  | { readonly is: 'waiting'; readonly again: Timer; readonly giveUp: Timer }
  | { readonly is: 'proceeding'; readonly again: Timer | null; readonly giveUp: Timer | null }
  | {
      readonly is: 'over'
      readonly status: number
      readonly acks: Map<string, string>
      readonly forget: Timer
    }

interface Sent {
  readonly head: SipHead
  readonly text: string
  readonly to: Address
  state: State
}

export interface ClientTransactionHooks {
  readonly timers: SipTimers
  send(text: string, to: Address): void
  /** No final answer within 64·T1; for an INVITE: no answer at all. */
  expired(head: SipHead): void
}

/** What to do with a response: hand it up, nothing more, or treat it as belonging to nobody. */
export type ResponseVerdict = 'new' | 'absorbed' | 'stray'

const keyOf = (head: SipHead): string => `${head.branch} ${head.method}`

/** Requests over UDP, sent until answered (RFC 3261 section 17.1). */
export const createClientTransactions = ({ timers, send, expired }: ClientTransactionHooks) => {
  const open = new Map<string, Sent>()

  const stopTimers = ({ state }: Sent): void => {
    for (const timer of state.is === 'over' ? [state.forget] : [state.again, state.giveUp])
      if (timer) clearTimeout(timer)
  }

  const forget = (sent: Sent): void => {
    stopTimers(sent)
    open.delete(keyOf(sent.head))
  }

  const sendAgain = (sent: Sent, interval: number): void => {
    send(sent.text, sent.to)
    if (sent.state.is === 'over') return
    const next = sent.head.method === 'INVITE' ? interval * 2 : Math.min(interval * 2, timers.t2)
    sent.state = { ...sent.state, again: setTimeout(sendAgain, next, sent, next) }
  }

  const start = (head: SipHead, text: string, to: Address): void => {
    const giveUp = setTimeout(() => {
      open.delete(keyOf(head))
      stopTimers(sent)
      expired(head)
    }, timers.giveUp)
    const sent: Sent = {
      head,
      text,
      to,
      state: { is: 'waiting', giveUp, again: setTimeout(() => sendAgain(sent, timers.t1), timers.t1) },
    }
    open.set(keyOf(head), sent)
    send(text, to)
  }

  /** Sends an ACK and keeps it: each repeated final answer with that To-tag gets it again (13.2.2.4, 17.1.1.2). */
  const sendAck = (head: SipHead, text: string, to: Address): void => {
    const invite = open.get(`${inviteBranch(head.callId, head.cseq)} INVITE`)
    if (invite?.state.is === 'over') invite.state.acks.set(head.toTag, text)
    send(text, to)
  }

  const finish = (sent: Sent, status: number): void => {
    stopTimers(sent)
    const keepMs = sent.head.method === 'INVITE' ? timers.giveUp : timers.t4
    sent.state = { is: 'over', status, acks: new Map(), forget: setTimeout(forget, keepMs, sent) }
  }

  const proceed = (sent: Sent): void => {
    if (sent.state.is !== 'waiting') return
    if (sent.head.method === 'INVITE') {
      stopTimers(sent)
      sent.state = { is: 'proceeding', again: null, giveUp: null }
    } else sent.state = { ...sent.state, is: 'proceeding' }
  }

  const onResponse = (head: SipHead): ResponseVerdict => {
    const sent = open.get(keyOf(head))
    if (!sent || head.start.is !== 'response') return 'stray'
    const { status } = head.start
    if (sent.state.is !== 'over') {
      if (status < 200) proceed(sent)
      else finish(sent, status)
      return 'new'
    }
    if (sent.head.method !== 'INVITE' || status < 200) return 'absorbed'
    const ack = sent.state.acks.get(head.toTag)
    if (ack) {
      send(ack, sent.to)
      return 'absorbed'
    }
    // The first 2xx's ACK is still being made, or another branch of a forking proxy answered too (13.2.2.4).
    if (sent.state.acks.size === 0) return 'absorbed'
    return status < 300 && sent.state.status < 300 ? 'new' : 'stray'
  }

  return {
    start,
    sendAck,
    onResponse,
    /** Gives up an INVITE whose end was decided above; what still comes for it is stray. */
    drop(branch: string): void {
      const sent = open.get(`${branch} INVITE`)
      if (sent) forget(sent)
    },
    size: (): number => open.size,
    /** Requests that have no final answer yet. */
    unanswered: (): number => [...open.values()].filter(({ state }) => state.is !== 'over').length,
    close(): void {
      for (const sent of open.values()) stopTimers(sent)
      open.clear()
    },
  }
}

export type ClientTransactions = ReturnType<typeof createClientTransactions>
