import { NameAddrHeader } from 'sip.js/lib/core/index.js'
import { readUri, tokenSource } from './read-uri.ts'

/** `"Anna" <sip:…>;tag=…`, `Anna <sip:…>` or `sip:…;tag=…`, with token parameters and no blanks beside the semicolons. */
const form = new RegExp(
  `(?:(?:"([A-Za-z0-9 .,:+()_'-]*)" ?|([A-Za-z0-9.-]+(?: [A-Za-z0-9.-]+)*) ?)?<([^<>"\\s]+)>|([^<>"\\s;,?]+))` +
    `((?:;[A-Za-z0-9-]+(?:=${tokenSource})?)*)`,
  'y',
)

/** How a list of name-addrs treats `expires` and `q`, and a From or To its tag. */
export type Kind = 'from' | 'contact' | 'route'

/** One element, from `at`; `end` is where it ends. */
const readAt = (
  text: string,
  at: number,
  kind: Kind,
): { readonly parsed: NameAddrHeader; readonly end: number } | null => {
  form.lastIndex = at
  const match = form.exec(text)
  if (!match) return null
  const [, quoted, plain, inside, bare, rest = ''] = match
  // A route is always in brackets; and without brackets a comma may belong to the user of what follows.
  if (bare !== undefined && (kind === 'route' || form.lastIndex < text.length)) return null
  const uri = readUri(inside ?? bare ?? '')
  if (!uri) return null
  const parameters: Record<string, string | undefined> = {}
  let tag: string | undefined
  for (const part of rest ? rest.slice(1).split(';') : []) {
    const equals = part.indexOf('=')
    const name = (equals < 0 ? part : part.slice(0, equals)).toLowerCase()
    const value = equals < 0 ? undefined : part.slice(equals + 1)
    if (kind === 'from' && name === 'tag' && value !== undefined) tag = value
    else if (kind === 'contact' && name === 'q') return null
    else if (kind === 'contact' && name === 'expires') {
      if (!value || !/^\d{1,10}$/.test(value)) return null
      parameters[name] = String(Number(value))
    } else parameters[name] = value
  }
  const parsed = new NameAddrHeader(uri, (quoted ?? plain) as string, parameters as Record<string, string>)
  if (tag !== undefined) parsed.setParam('tag', tag)
  return { parsed, end: form.lastIndex }
}

export const readNameAddr = (text: string): NameAddrHeader | null => {
  const read = readAt(text, 0, 'from')
  return read && read.end === text.length ? read.parsed : null
}

/** sip.js's grammar calls the end `position` and the start `offset`. */
interface Element {
  readonly position: number
  readonly offset: number
  readonly parsed: NameAddrHeader
}

export const readNameAddrs = (text: string, kind: 'contact' | 'route'): readonly Element[] | null => {
  const elements: Element[] = []
  for (let at = 0; ; ) {
    const read = readAt(text, at, kind)
    if (!read) return null
    elements.push({ position: read.end, offset: at, parsed: read.parsed })
    if (read.end === text.length) return elements
    if (text[read.end] !== ',') return null
    at = read.end + (text[read.end + 1] === ' ' ? 2 : 1)
  }
}
