import { hostSource, tokenSource } from './read-uri.ts'

const form = new RegExp(
  `^SIP/2\\.0/(UDP|TCP|TLS) (${hostSource})(?::(\\d{1,5}))?((?:;[A-Za-z0-9-]+(?:=${tokenSource})?)*)$`,
)
const ipv4 = /^\d+\.\d+\.\d+\.\d+$/
const strictIpv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

type Via = Record<string, unknown> & { params?: Record<string, string | undefined> }

/** One Via value; its parameters as properties, those without a rule of their own under `params`. */
export const readVia = (text: string): Via | null => {
  const match = form.exec(text)
  if (!match) return null
  const [, transport, host = '', port, rest = ''] = match
  const via: Via = { protocol: 'SIP', transport, host_type: ipv4.test(host) ? 'IPv4' : 'domain', host }
  if (port !== undefined) via.port = Number(port)
  for (const part of rest ? rest.slice(1).split(';') : []) {
    const equals = part.indexOf('=')
    const name = (equals < 0 ? part : part.slice(0, equals)).toLowerCase()
    const value = equals < 0 ? undefined : part.slice(equals + 1)
    if (!takeParameter(via, name, value)) return null
  }
  return via
}

const takeParameter = (via: Via, name: string, value: string | undefined): boolean => {
  if (name === 'branch' && value !== undefined) via.branch = value
  else if (name === 'rport' && value !== undefined && /^\d{1,5}$/.test(value)) via.rport = value
  else if (name === 'received' && value !== undefined && strictIpv4.test(value))
    // The grammar notes the type of the address that it saw last.
    Object.assign(via, { received: value, host_type: 'IPv4' })
  else if (name === 'rport' && value === undefined) via.params = { ...via.params, rport: undefined }
  else if (/^(?:branch|rport|received|maddr|ttl)/.test(name)) return false
  else via.params = { ...via.params, [name]: value }
  return true
}
