import { headOf, type SipHead } from './sip-head.ts'
import { headerOf, readSipText, type SipText } from './sip-text.ts'

export interface ReadDatagram {
  readonly text: SipText
  readonly head: SipHead
}

/**
 * Bounds for what is handed to a parser of unknown speed. Real messages of trunks stay far below; a 64 KB datagram of
 * one header may not hold up the calls.
 */
const longestHead = 16_384
const longestHeader = 4_096
const mostHeaders = 128
const mostOfOne = 24

/** Headers that a message has once at most (RFC 3261 section 7.3.1 and table 2). */
const single = new Set(['from', 'to', 'call-id', 'cseq', 'max-forwards', 'content-length', 'content-type'])

/** `null`: not a message that anything can be done with; it is dropped without a word. */
export const readDatagram = (data: Buffer): ReadDatagram | null => {
  // Keep-alives are two or four bytes of line end (RFC 5626 section 4.4.1).
  if (data.length < 32) return null
  const raw = data.toString('utf8')
  const headEnd = raw.indexOf('\r\n\r\n')
  if (headEnd < 0 || headEnd > longestHead) return null
  const text = readSipText(raw)
  if (!text || text.headers.length > mostHeaders) return null
  const counts = new Map<string, number>()
  for (const [name, value] of text.headers) {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    if (value.length > longestHeader || count > (single.has(name) ? 1 : mostOfOne)) return null
  }
  const body = cutBody(text)
  const head = headOf(text)
  return head && body !== null ? { text: { ...text, body }, head } : null
}

/** What follows the announced length is not ours to read; less than announced is a torn message (section 18.3). */
const cutBody = (text: SipText): string | null => {
  const announced = headerOf(text, 'content-length')
  if (announced === null) return text.body
  if (!/^\d{1,6}$/.test(announced)) return null
  const bytes = Buffer.from(text.body, 'utf8')
  const length = Number(announced)
  return bytes.length < length
    ? null
    : bytes.length === length
      ? text.body
      : bytes.toString('utf8', 0, length)
}
