import type { Address } from './message/address.ts'
import type { SipHead } from './message/sip-head.ts'
import { type SipText, writeSipText } from './message/sip-text.ts'

export interface RawRequestHooks {
  send(text: string, to: Address): void
}

/** Requests made without sip.js: REGISTER, OPTIONS, and the CANCEL and BYE of calls that it does not know. */
export const createRawRequests = ({ send }: RawRequestHooks) => {
  const waiting = new Map<string, (answer: SipText | null) => void>()
  const settle = (head: SipHead, answer: SipText | null): boolean => {
    const key = `${head.branch} ${head.method}`
    const resolve = waiting.get(key)
    if (!resolve) return false
    waiting.delete(key)
    resolve(answer)
    return true
  }
  return {
    /** The final answer; `null` when none came within 64·T1 or the line was closed. */
    request: (request: SipText, branch: string, to: Address): Promise<SipText | null> =>
      new Promise(resolve => {
        const method = request.start.is === 'request' ? request.start.method : ''
        waiting.set(`${branch} ${method}`, resolve)
        send(writeSipText(request), to)
      }),
    /** True where the response was one of ours. */
    onResponse: (head: SipHead, answer: SipText): boolean =>
      answer.start.is === 'response' && answer.start.status < 200
        ? waiting.has(`${head.branch} ${head.method}`)
        : settle(head, answer),
    onExpired: (head: SipHead): boolean => settle(head, null),
    close(): void {
      for (const resolve of waiting.values()) resolve(null)
      waiting.clear()
    },
  }
}

export type RawRequests = ReturnType<typeof createRawRequests>
