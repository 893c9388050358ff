import { isUtf8 } from 'node:buffer'
import type { FileReading } from '../../../domain/import-plan.ts'
import { byteParts } from './byte-parts.ts'

export type Encoding = FileReading['encoding']

const HEAD = 64 * 1024

/** By its mark; else by where its zero bytes stand; else UTF-8 where every byte fits, and Windows-1252 where not. */
export async function detectEncoding(path: string, head: Uint8Array): Promise<Encoding> {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const wide = wideWithoutMark(head.subarray(0, HEAD))
  if (wide !== null) return wide
  return (await isAllUtf8(path)) ? 'utf-8' : 'windows-1252'
}

/** Separators, digits and most letters of a table are below 256: half of all bytes are zero, all on one side. */
function wideWithoutMark(head: Uint8Array): Encoding | null {
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const half = head.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** Looks at the whole file: the first umlaut may stand in its last line. */
async function isAllUtf8(path: string): Promise<boolean> {
  let carried: Uint8Array = new Uint8Array()
  for await (const { bytes } of byteParts(path)) {
    const part = carried.length === 0 ? bytes : Buffer.concat([carried, bytes])
    const whole = part.length - unfinished(part)
    if (!isUtf8(part.subarray(0, whole))) return false
    carried = part.slice(whole)
  }
  return carried.length === 0
}

/** Bytes at the end that begin a sign which goes on in the next part. */
function unfinished(part: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, part.length); back += 1) {
    const byte = part[part.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}
