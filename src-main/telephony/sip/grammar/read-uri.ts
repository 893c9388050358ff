import { URI } from 'sip.js/lib/core/index.js'

/**
 * Common forms only: whatever else is in RFC 3261 section 25 (escapes, passwords, IPv6, headers, `maddr`, `ttl`,
 * `method`) is `null` here and left to sip.js's own parser.
 */
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = `(?:${octet}\\.){3}${octet}`
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const domain = `(?:${label}\\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?`

export const hostSource = `${ipv4}|${domain}`
export const tokenSource = "[A-Za-z0-9.!%*_+`'~-]+"

/** User, host, port and parameters; every character of it is outside of `<>,"? ` and blanks. */
const form = new RegExp(
  `^(sips?):(?:([A-Za-z0-9_.!~*'()&=+$-]+)@)?(${hostSource})(?::(\\d{1,5}))?((?:;[A-Za-z0-9-]+(?:=[A-Za-z0-9_.!~*'()+$&:-]+)?)*)$`,
  'i',
)

/** Parameters that sip.js's grammar treats by name, also where a longer name only begins like one. */
const special = /^(?:transport|user|method|ttl|maddr|lr)/
const plainValues: Readonly<Record<string, RegExp>> = {
  transport: /^(?:udp|tcp|tls)$/,
  user: /^phone$/,
}

export const readUri = (text: string): URI | null => {
  const match = form.exec(text)
  if (!match) return null
  const [, scheme, user, host, port, rest] = match
  const parameters = rest ? readParameters(rest) : {}
  if (!parameters) return null
  // sip.js takes any of its types; its declarations know strings only.
  return new URI(
    scheme,
    user as string,
    host as string,
    port === undefined ? undefined : Number(port),
    parameters as Record<string, string>,
  )
}

const readParameters = (text: string): Record<string, string | undefined> | null => {
  const parameters: Record<string, string | undefined> = {}
  for (const part of text.slice(1).split(';')) {
    const equals = part.indexOf('=')
    const name = (equals < 0 ? part : part.slice(0, equals)).toLowerCase()
    const value = equals < 0 ? undefined : part.slice(equals + 1)
    if (name === 'lr') {
      if (value !== undefined) return null
      parameters[name] = undefined
    } else if (special.test(name)) {
      const lower = value?.toLowerCase() ?? ''
      if (!plainValues[name]?.test(lower)) return null
      parameters[name] = lower
    } else parameters[name] = value
  }
  return parameters
}
