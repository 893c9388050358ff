/** One SIP message taken apart just far enough for transactions and fix-ups; what is inside a header stays text. */
export interface SipText {
  readonly start: StartLine
  /** Names in lower case and long form, folded lines joined, in the order of the message. */
  readonly headers: readonly Header[]
  readonly body: string
}

export type Header = readonly [name: string, value: string]

export type StartLine =
  | { readonly is: 'request'; readonly method: string; readonly uri: string }
  | { readonly is: 'response'; readonly status: number; readonly reason: string }

/** RFC 3261 section 7.3.3 and the compact forms of RFC 3515, 3841, 3891, 4028, 6665. */
const longForms: Readonly<Record<string, string>> = {
  a: 'accept-contact',
  b: 'referred-by',
  c: 'content-type',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  o: 'event',
  r: 'refer-to',
  s: 'subject',
  t: 'to',
  u: 'allow-events',
  v: 'via',
  x: 'session-expires',
}

const requestLine = /^([A-Za-z0-9.!%*_+`'~-]+) (\S+) SIP\/2\.0$/i
const statusLine = /^SIP\/2\.0 ([1-6]\d\d)(?: (.*))?$/i

/** `null`: not a SIP message. Content-Length cuts the body (RFC 3261 section 18.3). */
export const readSipText = (raw: string): SipText | null => {
  const headEnd = raw.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const lines = raw.slice(0, headEnd).split('\r\n')
  const start = readStartLine(lines[0] ?? '')
  if (!start) return null
  const headers: [string, string][] = []
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const last = headers.at(-1)
    if (line[0] === ' ' || line[0] === '\t') {
      if (!last) return null
      last[1] += ` ${line.trim()}`
      continue
    }
    const colon = line.indexOf(':')
    if (colon < 1) return null
    const name = line.slice(0, colon).trim().toLowerCase()
    headers.push([longForms[name] ?? name, line.slice(colon + 1).trim()])
  }
  return { start, headers, body: raw.slice(headEnd + 4) }
}

const readStartLine = (line: string): StartLine | null => {
  const status = statusLine.exec(line)
  if (status) return { is: 'response', status: Number(status[1]), reason: status[2] ?? '' }
  const request = requestLine.exec(line)
  return request ? { is: 'request', method: request[1] ?? '', uri: request[2] ?? '' } : null
}

/** The first header of that name. */
export const headerOf = (message: SipText, name: string): string | null =>
  message.headers.find(header => header[0] === name)?.[1] ?? null

export const headersOf = (message: SipText, name: string): readonly string[] =>
  message.headers.filter(header => header[0] === name).map(header => header[1])

/** Writes the message with a Content-Length of its own. */
export const writeSipText = (message: SipText): string => {
  const { start } = message
  const lines = [
    start.is === 'request'
      ? `${start.method} ${start.uri} SIP/2.0`
      : `SIP/2.0 ${start.status} ${start.reason}`,
  ]
  for (const [name, value] of message.headers)
    if (name !== 'content-length') lines.push(`${properName(name)}: ${value}`)
  lines.push(`Content-Length: ${Buffer.byteLength(message.body)}`)
  return `${lines.join('\r\n')}\r\n\r\n${message.body}`
}

const oddNames: Readonly<Record<string, string>> = {
  'call-id': 'Call-ID',
  cseq: 'CSeq',
  'www-authenticate': 'WWW-Authenticate',
}

const properName = (name: string): string =>
  oddNames[name] ?? name.replace(/(^|-)[a-z]/g, letter => letter.toUpperCase())
