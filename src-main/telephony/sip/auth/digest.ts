import { hash } from 'node:crypto'
import { type Algorithm, type Challenge, quoted } from './challenge.ts'

export interface Credentials {
  readonly user: string
  readonly password: string
}

export interface DigestRequest {
  readonly method: string
  readonly uri: string
  /** Chosen by the client, never twice for one nonce. */
  readonly cnonce: string
  /** How often the nonce was used, this time included. */
  readonly count: number
}

const hashes = {
  MD5: 'md5',
  'MD5-sess': 'md5',
  'SHA-256': 'sha256',
  'SHA-256-sess': 'sha256',
} as const satisfies Record<Algorithm, string>

/** RFC 7616 section 3.4.1, with RFC 2069's form where the challenge has no qop. */
export const digestResponse = (
  challenge: Challenge,
  credentials: Credentials,
  request: DigestRequest,
): string => {
  const { algorithm, realm, nonce, qop } = challenge
  const digest = (...parts: string[]): string => hash(hashes[algorithm], parts.join(':'), 'hex')
  const plain = digest(credentials.user, realm, credentials.password)
  const secret = algorithm.endsWith('-sess') ? digest(plain, nonce, request.cnonce) : plain
  const asked = digest(request.method, request.uri)
  return qop
    ? digest(secret, nonce, nonceCount(request), request.cnonce, qop, asked)
    : digest(secret, nonce, asked)
}

const nonceCount = ({ count }: DigestRequest): string => count.toString(16).padStart(8, '0')

/** The value of an Authorization or Proxy-Authorization header. */
export const authorization = (
  challenge: Challenge,
  credentials: Credentials,
  request: DigestRequest,
): string => {
  const { realm, nonce, opaque, algorithm, qop } = challenge
  return [
    `Digest username="${quoted(credentials.user)}"`,
    `realm="${quoted(realm)}"`,
    `nonce="${quoted(nonce)}"`,
    `uri="${request.uri}"`,
    `response="${digestResponse(challenge, credentials, request)}"`,
    `algorithm=${algorithm}`,
    ...(opaque === null ? [] : [`opaque="${quoted(opaque)}"`]),
    ...(qop || algorithm.endsWith('-sess') ? [`cnonce="${request.cnonce}"`] : []),
    ...(qop ? [`qop=${qop}`, `nc=${nonceCount(request)}`] : []),
  ].join(', ')
}
