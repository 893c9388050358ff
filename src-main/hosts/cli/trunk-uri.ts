import { type TrunkSettings, trunkDefaults } from '../../domain/trunk.ts'

export interface TrunkUri {
  readonly settings: TrunkSettings
  readonly password: string | null
}

const form = 'sip:user:password@host:port;transport=udp'

/**
 * A trunk as one SIP URI (RFC 3261 section 19.1): user, password and port may be left out; special characters in
 * user and password are percent-encoded.
 */
export function readTrunkUri(text: string): TrunkUri | { readonly reason: string } {
  const match = /^sip:(?:([^:@;]*)(?::([^@;]*))?@)?(\[[^\]]+\]|[^:;@[\]\s]+)(?::(\d+))?((?:;[^;]+)*)$/i.exec(
    text.trim(),
  )
  if (match === null) return { reason: `“${hide(text)}” is no trunk address. It looks like ${form}.` }
  const [, user = '', password, host = '', port, parameters = ''] = match
  if (host.startsWith('['))
    return { reason: 'IPv6 trunks are not supported yet. Give the IPv4 address or a name.' }
  const portNumber = port === undefined ? 5060 : Number(port)
  if (portNumber < 1 || portNumber > 65_535)
    return { reason: `Port ${port} does not exist: it is 1 to 65535.` }
  const transport = /;transport=([^;]+)/i.exec(parameters)?.[1]?.toLowerCase() ?? 'udp'
  if (transport !== 'udp')
    return { reason: `Transport ${transport} is not supported yet; trunks run over udp.` }
  const decoded = decode(user, password)
  if (decoded === null)
    return { reason: 'User or password holds a broken %-escape. Write a percent sign as %25.' }
  return {
    settings: { ...trunkDefaults, host, port: portNumber, user: decoded.user, maxCalls: 500 },
    password: decoded.password,
  }
}

function decode(
  user: string,
  password: string | undefined,
): { user: string; password: string | null } | null {
  try {
    return {
      user: decodeURIComponent(user),
      password: password === undefined ? null : decodeURIComponent(password),
    }
  } catch {
    return null
  }
}

/** A password never shows up in an error. */
const hide = (text: string): string => text.replace(/:[^:@]*@/, ':…@')
