import { type Address, hostPort } from './address.ts'
import { branchOf } from './branch.ts'
import type { Header, SipText } from './sip-text.ts'

export interface RequestParts {
  readonly method: string
  readonly uri: string
  /** Sent-by of the Via. */
  readonly local: Address
  readonly from: string
  readonly to: string
  readonly callId: string
  readonly cseq: number
  /** Only where it is that of another request: CANCEL, and the ACK of a refusal. */
  readonly branch?: string
  readonly routeSet?: readonly string[]
  readonly headers?: readonly Header[]
  readonly userAgent: string
}

/** A request without a body, made without sip.js, and its branch. */
export const makeRequest = (parts: RequestParts): { readonly request: SipText; readonly branch: string } => {
  const { method, uri, local, from, to, callId, cseq, routeSet = [], headers = [], userAgent } = parts
  const branch = parts.branch ?? branchOf(callId, cseq, method)
  return {
    branch,
    request: {
      start: { is: 'request', method, uri },
      headers: [
        ['via', `SIP/2.0/UDP ${hostPort(local)};branch=${branch};rport`],
        ['max-forwards', '70'],
        ...routeSet.map((route): Header => ['route', route]),
        ['from', from],
        ['to', to],
        ['call-id', callId],
        ['cseq', `${cseq} ${method}`],
        ...headers,
        ['user-agent', userAgent],
      ],
      body: '',
    },
  }
}
