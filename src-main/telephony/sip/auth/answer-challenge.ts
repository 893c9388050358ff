import type { DigestAuthentication, URI } from 'sip.js/lib/core/index.js'
import { headersOf, type SipText } from '../message/sip-text.ts'
import { type Challenge, readChallenges, strongest, writeChallenge } from './challenge.ts'
import { authorization, type Credentials } from './digest.ts'

const names = {
  401: { challenge: 'www-authenticate', answer: 'authorization' },
  407: { challenge: 'proxy-authenticate', answer: 'proxy-authorization' },
} as const

const challengeHeaders: readonly string[] = Object.values(names).map(({ challenge }) => challenge)

const namesFor = (response: SipText): (typeof names)[401 | 407] | null => {
  const { start } = response
  return start.is === 'response' && (start.status === 401 || start.status === 407)
    ? names[start.status]
    : null
}

/** The header that answers a 401 or 407, or `null` where it cannot be answered. */
export const answerTo = (
  response: SipText,
  credentials: Credentials,
  request: { readonly method: string; readonly uri: string; readonly cnonce: string },
): { readonly header: readonly [string, string]; readonly stale: boolean } | null => {
  const name = namesFor(response)
  const challenge = name && strongest(readChallenges(headersOf(response, name.challenge)))
  if (!name || !challenge) return null
  return {
    header: [name.answer, authorization(challenge, credentials, { ...request, count: 1 })],
    stale: challenge.stale,
  }
}

/**
 * Leaves the strongest challenge in a 401 or 407, in a form that sip.js reads, and none in other answers: sip.js would
 * take the last one, whichever that is, and drop the whole answer where one of them is unknown to it.
 */
export const keepStrongest = (response: SipText): SipText => {
  const others = response.headers.filter(([header]) => !challengeHeaders.includes(header))
  if (others.length === response.headers.length) return response
  const name = namesFor(response)
  const challenge = name && strongest(readChallenges(headersOf(response, name.challenge)))
  return {
    ...response,
    headers: challenge ? [...others, [name.challenge, writeChallenge(challenge)]] : others,
  }
}

/** Stands in for sip.js's own, which knows MD5 only. Made anew for each request; it answers one challenge at a time. */
export const sipJsCredentials = (credentials: Credentials, token: () => string): DigestAuthentication => {
  let value = ''
  const stand = {
    authenticate(request: { method: string; ruri: URI }, parsed: SipJsChallenge): boolean {
      const challenge = strongest(readChallenges([writeChallenge(asChallenge(parsed))]))
      if (!challenge) return false
      const { method, ruri } = request
      value = authorization(challenge, credentials, { method, uri: ruri.toRaw(), cnonce: token(), count: 1 })
      return true
    },
    toString: () => value,
  }
  return stand as unknown as DigestAuthentication
}

interface SipJsChallenge {
  readonly realm: string
  readonly nonce: string
  readonly opaque?: string
  readonly algorithm?: string
  readonly qop?: readonly string[]
  readonly stale?: boolean
}

const asChallenge = ({ realm, nonce, opaque, algorithm, qop, stale }: SipJsChallenge): Challenge => ({
  realm,
  nonce,
  opaque: opaque ?? null,
  algorithm: (algorithm ?? 'MD5') as Challenge['algorithm'],
  qop: qop ? 'auth' : null,
  stale: stale ?? false,
})
