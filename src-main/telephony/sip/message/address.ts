/** Where datagrams go to and come from. IPv6 without brackets. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** A host as it stands in a URI: IPv6 in brackets. */
export const uriHost = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** `host:port` as written in a Via, a URI or a sentence. */
export const hostPort = ({ host, port }: Address): string => `${uriHost(host)}:${port}`

/** A user as it stands in a URI (RFC 3261 section 25.1): a plus stays one, half a character becomes U+FFFD. */
export const uriUser = (user: string): string =>
  encodeURIComponent(user.toWellFormed()).replaceAll('%2B', '+')

/** Reads `host`, `host:port`, `[v6]` or `[v6]:port`; 5060 where there is no port. */
export const readHostPort = (text: string): Address | null => {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/.exec(text)
  const port = Number(match?.[3] ?? 5060)
  const host = match?.[1] ?? match?.[2]
  return host && port > 0 && port < 65_536 ? { host, port } : null
}
