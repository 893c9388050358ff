/** A challenge as this program writes it (see auth/challenge.ts): that is what sip.js gets to see. */
const form =
  /^Digest realm="([A-Za-z0-9 .@_:-]*)", nonce="([A-Za-z0-9 .+/=@_:-]+)"(?:, opaque="([A-Za-z0-9 .+/=@_:-]*)")?, algorithm=(MD5|SHA-256)(?:, qop="(auth)")?(, stale=true)?$/

export const readWrittenChallenge = (text: string): object | null => {
  const match = form.exec(text)
  if (!match) return null
  const [, realm, nonce, opaque, algorithm, qop, stale] = match
  return {
    realm,
    nonce,
    ...(opaque === undefined ? {} : { opaque }),
    algorithm,
    ...(qop ? { qop: [qop] } : {}),
    ...(stale ? { stale: true } : {}),
  }
}
