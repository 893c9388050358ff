import { tagOf } from './sip-head.ts'
import { type Header, headerOf, type SipText } from './sip-text.ts'

/** An answer to a request that sip.js cannot read: what must be copied is copied as it stands (RFC 3261 section 8.2.6). */
export const makeRefusal = (request: SipText, status: number, reason: string, toTag: string): SipText => {
  const copied = ['via', 'from', 'call-id', 'cseq']
  const to = headerOf(request, 'to') ?? ''
  const headers: readonly Header[] = [
    ...request.headers.filter(([name]) => copied.includes(name)),
    ['to', tagOf(to) ? to : `${to};tag=${toTag}`],
  ]
  return { start: { is: 'response', status, reason }, headers, body: '' }
}
