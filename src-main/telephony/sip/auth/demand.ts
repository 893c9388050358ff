import { timingSafeEqual } from 'node:crypto'
import { type Challenge, readChallenges, writeChallenge } from './challenge.ts'
import { digestResponse } from './digest.ts'

/** What a line asks of those who call it. */
export interface Demand {
  readonly user: string
  readonly password: string
  readonly realm: string
}

const nonceLifeMs = 300_000
const mostNonces = 10_000
/** Both are offered, the stronger one first (RFC 8760 section 2.4): some phones know MD5 only. */
const offered = ['SHA-256', 'MD5'] as const

/** Our side of digest authentication: a nonce is good for one request. */
export const createDemand = (demand: Demand, token: () => string, now: () => number) => {
  const nonces = new Map<string, number>()
  return {
    /** Values for the challenge's headers. */
    challenges(): readonly string[] {
      for (const [nonce, madeAt] of nonces) {
        if (nonces.size < mostNonces && now() - madeAt < nonceLifeMs) break
        nonces.delete(nonce)
      }
      const nonce = token()
      nonces.set(nonce, now())
      const { realm } = demand
      return offered.map(algorithm =>
        writeChallenge({ realm, nonce, opaque: null, algorithm, qop: 'auth', stale: false }),
      )
    },
    /** Whether an Authorization value answers a nonce of ours with the right password. */
    isMet(header: string | undefined, method: string): boolean {
      const given = header ? readAnswer(header) : null
      if (!given || given.user !== demand.user || !nonces.delete(given.challenge.nonce)) return false
      const challenge: Challenge = { ...given.challenge, realm: demand.realm }
      const right = digestResponse(challenge, demand, { ...given, method })
      return (
        right.length === given.response.length &&
        timingSafeEqual(Buffer.from(right), Buffer.from(given.response))
      )
    },
  }
}

const readAnswer = (header: string) => {
  // Its parameters are those of a challenge and some more.
  const [challenge] = readChallenges([header])
  const value = (name: string): string =>
    new RegExp(`[\\s,]${name}\\s*=\\s*(?:"([^"]*)"|([^\\s,"]+))`, 'i').exec(header)?.slice(1).find(Boolean) ??
    ''
  if (!challenge || !offered.some(algorithm => algorithm === challenge.algorithm)) return null
  return {
    challenge,
    user: value('username'),
    uri: value('uri'),
    response: value('response'),
    cnonce: value('cnonce'),
    count: Number.parseInt(value('nc') || '1', 16),
  }
}
