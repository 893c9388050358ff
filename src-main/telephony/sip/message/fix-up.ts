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

/**
 * sip.js drops an answer above 100 that lacks a To-tag or a Contact, and throws at a body without a type: they are
 * completed, as far as it is harmless.
 */
export const completeAnswer = (response: SipText, peer: Address): SipText => {
  const { start, body } = response
  if (start.is !== 'response' || start.status === 100 || start.status >= 300) return response
  if (!/\bINVITE$/.test(headerOf(response, 'cseq') ?? '')) return response
  const to = headerOf(response, 'to') ?? ''
  const missing: Header[] = []
  if (start.status < 200 && !tagOf(to)) missing.push(['to', `${to};tag=none`])
  if (headerOf(response, 'contact') === null) missing.push(['contact', `<sip:${hostPort(peer)}>`])
  if (body && headerOf(response, 'content-type') === null) missing.push(['content-type', 'application/sdp'])
  if (missing.length === 0) return response
  const replaced = new Set(missing.map(([name]) => name))
  return { ...response, headers: [...response.headers.filter(([name]) => !replaced.has(name)), ...missing] }
}
