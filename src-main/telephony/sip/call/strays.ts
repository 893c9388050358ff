import { type Address, hostPort } from '../message/address.ts'
import { makeRequest } from '../message/make-request.ts'
import type { SipHead } from '../message/sip-head.ts'
import { headerOf, headersOf, type SipText, writeSipText } from '../message/sip-text.ts'
import type { RawRequests } from '../raw-requests.ts'

export interface StrayHooks {
  readonly local: Address
  readonly userAgent: string
  readonly giveUpMs: number
  readonly raw: RawRequests
  /** Sends an ACK. */
  acknowledge(text: string, to: Address): void
}

/** Told how an INVITE of an earlier process ended. */
export type OrphanListener = (cseq: number) => void

/**
 * Final answers to INVITEs that nobody here waits for: a call of an earlier process on this port, or one that was given
 * up. They are acknowledged, and an answered call is ended, so that nobody is left on a silent line.
 */
export const createStrays = ({ local, userAgent, giveUpMs, raw, acknowledge }: StrayHooks) => {
  const ending = new Set<string>()
  const orphans = new Map<string, OrphanListener>()

  const endAnswered = async (head: SipHead, response: SipText, to: Address): Promise<void> => {
    const key = `${head.callId} ${head.toTag}`
    if (ending.has(key)) return
    ending.add(key)
    const { request, branch } = makeRequest({
      ...dialogParts(response, to),
      method: 'BYE',
      cseq: head.cseq + 1,
    })
    await raw.request(request, branch, to)
    orphans.get(head.callId)?.(head.cseq)
    setTimeout(() => ending.delete(key), giveUpMs).unref()
  }

  const dialogParts = (response: SipText, peer: Address) => ({
    uri: uriIn(headerOf(response, 'contact') ?? '') ?? `sip:${hostPort(peer)}`,
    local,
    from: headerOf(response, 'from') ?? '',
    to: headerOf(response, 'to') ?? '',
    callId: headerOf(response, 'call-id') ?? '',
    routeSet: headersOf(response, 'record-route').toReversed(),
    userAgent,
  })

  return {
    onResponse(head: SipHead, response: SipText, to: Address): void {
      const { start } = head
      if (start.is !== 'response' || start.status < 200 || head.method !== 'INVITE') return
      const parts = { ...dialogParts(response, to), method: 'ACK', cseq: head.cseq }
      // The ACK of a refusal belongs to the INVITE's transaction, that of a 2xx is outside of it (17.1.1.3, 13.2.2.4).
      const ack = makeRequest(start.status < 300 ? parts : { ...parts, branch: head.branch })
      acknowledge(writeSipText(ack.request), to)
      if (start.status < 300) void endAnswered(head, response, to)
      else orphans.get(head.callId)?.(head.cseq)
    },
    /** Tells when an INVITE of this Call-ID has got its final answer and, if that was a 2xx, its BYE was answered. */
    watch(callId: string, listener: OrphanListener): () => void {
      orphans.set(callId, listener)
      return () => void orphans.delete(callId)
    },
  }
}

export type Strays = ReturnType<typeof createStrays>

/** The URI of a name-addr or addr-spec. */
export const uriIn = (nameAddr: string): string | null =>
  /<([^<>\s]+)>/.exec(nameAddr)?.[1] ?? /^\s*(sips?:[^\s;,<>]+)/i.exec(nameAddr)?.[1] ?? null
