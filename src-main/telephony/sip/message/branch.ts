import { hash } from 'node:crypto'

/**
 * The branch of a request's Via: a function of Call-ID, CSeq number and method. So the CANCEL of an INVITE can be made
 * from `SendingFacts` alone after a crash (a CANCEL carries the INVITE's branch, RFC 3261 section 9.1), and an ACK sent
 * again is the same ACK. Unique because Call-IDs are (section 8.1.1.7 asks for nothing more).
 */
export const branchOf = (callId: string, cseq: number, method: string): string =>
  `z9hG4bK${hash('sha256', `${callId}\n${cseq}\n${method}`, 'hex').slice(0, 32)}`

export const inviteBranch = (callId: string, cseq: number): string => branchOf(callId, cseq, 'INVITE')
