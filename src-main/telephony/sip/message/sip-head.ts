import { branchOf } from './branch.ts'
import { headerOf, type SipText, type StartLine } from './sip-text.ts'

/** What transactions are matched by (RFC 3261 section 17.1.3 and 17.2.3). */
export interface SipHead {
  readonly start: StartLine
  readonly callId: string
  readonly cseq: number
  /** Method of CSeq: the request's own, or the one a response answers. */
  readonly method: string
  readonly branch: string
  /** Host and port of the top Via. */
  readonly sentBy: string
  readonly fromTag: string
  readonly toTag: string
}

/** `null` where a header that every message needs is missing or cannot be read (section 8.1.1). */
export const headOf = (message: SipText): SipHead | null => {
  const via = headerOf(message, 'via')
  const callId = headerOf(message, 'call-id')
  const from = headerOf(message, 'from')
  const to = headerOf(message, 'to')
  const cseq = /^(\d{1,10})\s+(\S+)$/.exec(headerOf(message, 'cseq') ?? '')
  const sentBy = /^SIP\s*\/\s*2\.0\s*\/\s*\S+\s+([^\s;,]+)/i.exec(via ?? '')?.[1]
  if (!via || !sentBy || !callId || from === null || to === null || !cseq) return null
  const method = cseq[2] ?? ''
  if (message.start.is === 'request' && message.start.method !== method) return null
  const number = Number(cseq[1])
  return {
    start: message.start,
    callId,
    cseq: number,
    method,
    // RFC 2543 peers know no branch: one made of what they do have stands in for it (section 17.2.3).
    branch:
      branchIn(via) ??
      branchOf(callId, number, `2543 ${tagOf(from)} ${method === 'ACK' ? 'INVITE' : method}`),
    sentBy,
    fromTag: tagOf(from),
    toTag: tagOf(to),
  }
}

export const branchIn = (via: string): string | null =>
  /;\s*branch\s*=\s*([^\s;,]+)/i.exec(via.split(',', 1)[0] ?? '')?.[1] ?? null

/** Tag of a From or To value; empty where there is none. Parameters inside <…> belong to the URI. */
export const tagOf = (nameAddr: string): string => {
  const outside = nameAddr.slice(nameAddr.lastIndexOf('>') + 1)
  return /;\s*tag\s*=\s*([^\s;,]+)/i.exec(outside)?.[1] ?? ''
}
