import { type Address, hostPort, readHostPort } from './address.ts'
import { branchIn, tagOf } from './sip-head.ts'
import { type Header, headerOf, headersOf, type SipText } from './sip-text.ts'

/**
 * Puts `received` and `rport` into the top Via (RFC 3261 section 18.2.1, RFC 3581 section 4) and a branch where an old
 * peer sent none: sip.js knows transactions by it alone.
 */
export const stampVia = (request: SipText, from: Address, branch: string): SipText => {
  const [top = '', ...more] = headersOf(request, 'via').flatMap(splitVia)
  const bare = top.replace(/;\s*(?:received|rport)(?:\s*=\s*[^;]*)?(?=;|$)/gi, '')
  const stamped = [
    bare,
    `received=${from.host}`,
    ...(/;\s*rport\b/i.test(top) ? [`rport=${from.port}`] : []),
    ...(branchIn(top) ? [] : [`branch=${branch}`]),
  ].join(';')
  const vias: readonly Header[] = [stamped, ...more].map(value => ['via', value])
  return { ...request, headers: [...vias, ...request.headers.filter(([name]) => name !== 'via')] }
}

const splitVia = (value: string): readonly string[] =>
  value.split(/,(?=\s*SIP\s*\/)/i).map(part => part.trim())

/** Where answers to a request go (RFC 3261 section 18.2.2, RFC 3581 section 4). */
export const replyAddress = (request: SipText, from: Address): Address => {
  const [top = ''] = headersOf(request, 'via').flatMap(splitVia)
  if (/;\s*rport\b/i.test(top)) return from
  const sentBy = /^SIP\s*\/\s*2\.0\s*\/\s*\S+\s+([^\s;,]+)/i.exec(top)?.[1]
  return { host: from.host, port: readHostPort(sentBy ?? '')?.port ?? from.port }
}

/** sip.js drops an answer above 100 that lacks a To-tag or a Contact; both are completed, as far as it is harmless. */
export const completeAnswer = (response: SipText, peer: Address): SipText => {
  const { start } = response
  if (start.is !== 'response' || start.status === 100 || start.status >= 300) return response
  if (!/\bINVITE$/.test(headerOf(response, 'cseq') ?? '')) return response
  const to = headerOf(response, 'to') ?? ''
  const needsTag = start.status < 200 && !tagOf(to)
  const needsContact = headerOf(response, 'contact') === null
  if (!needsTag && !needsContact) return response
  const headers = response.headers.map(
    ([name, value]): Header => (name === 'to' && needsTag ? [name, `${value};tag=none`] : [name, value]),
  )
  if (needsContact) headers.push(['contact', `<sip:${hostPort(peer)}>`])
  return { ...response, headers }
}
