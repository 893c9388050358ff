/** A Digest challenge (RFC 7616, RFC 8760) that can be answered. */
export interface Challenge {
  readonly realm: string
  readonly nonce: string
  readonly opaque: string | null
  readonly algorithm: Algorithm
  /** `auth`, or none at all with very old servers. */
  readonly qop: 'auth' | null
  readonly stale: boolean
}

/** Strongest first. */
const algorithms = ['SHA-256', 'SHA-256-sess', 'MD5', 'MD5-sess'] as const
export type Algorithm = (typeof algorithms)[number]

const scheme = /\s*,?\s*([A-Za-z][\w-]*)\s+(?=[\w-]+\s*=)/y
const parameter = /\s*,?\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y

/** Challenges of all WWW- or Proxy-Authenticate headers; one header may hold several. What is not Digest is left out. */
export const readChallenges = (headers: readonly string[]): readonly Challenge[] =>
  headers.flatMap(readHeader).flatMap(({ name, values }) => {
    const algorithm = algorithms.find(
      known => known.toLowerCase() === (values.get('algorithm') ?? 'MD5').toLowerCase(),
    )
    const realm = values.get('realm')
    const nonce = values.get('nonce')
    const qops = values
      .get('qop')
      ?.split(',')
      .map(qop => qop.trim().toLowerCase())
    if (name !== 'digest' || !algorithm || realm === undefined || !nonce || (qops && !qops.includes('auth')))
      return []
    const stale = values.get('stale')?.toLowerCase() === 'true'
    return [
      {
        realm,
        nonce,
        opaque: values.get('opaque') ?? null,
        algorithm,
        qop: qops ? ('auth' as const) : null,
        stale,
      },
    ]
  })

const readHeader = (header: string): readonly { name: string; values: ReadonlyMap<string, string> }[] => {
  const found: { name: string; values: Map<string, string> }[] = []
  let at = 0
  while (at < header.length) {
    scheme.lastIndex = at
    const next = scheme.exec(header)
    if (next) {
      found.push({ name: (next[1] ?? '').toLowerCase(), values: new Map() })
      at = scheme.lastIndex
    }
    parameter.lastIndex = at
    const match = parameter.exec(header)
    if (!match) break
    found
      .at(-1)
      ?.values.set((match[1] ?? '').toLowerCase(), match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '')
    at = parameter.lastIndex
  }
  return found
}

/** The one to answer: no weaker algorithm where a stronger one is offered. */
export const strongest = (challenges: readonly Challenge[]): Challenge | null =>
  challenges.toSorted((a, b) => algorithms.indexOf(a.algorithm) - algorithms.indexOf(b.algorithm))[0] ?? null

export const writeChallenge = ({ realm, nonce, opaque, algorithm, qop, stale }: Challenge): string =>
  [
    `Digest realm="${quoted(realm)}"`,
    `nonce="${quoted(nonce)}"`,
    ...(opaque === null ? [] : [`opaque="${quoted(opaque)}"`]),
    `algorithm=${algorithm}`,
    ...(qop ? [`qop="${qop}"`] : []),
    ...(stale ? ['stale=true'] : []),
  ].join(', ')

export const quoted = (text: string): string => text.replace(/["\\]/g, '\\$&')
