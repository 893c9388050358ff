import { byteParts } from './byte-parts.ts'
import type { Encoding } from './encoding.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface TextPart {
  readonly text: string
  /** Bytes of the file that were read so far. */
  readonly read: number
}

/** Few enough rows that all made of them is young, and goes without growing the heap. */
const PART = 32 * 1024

/** A text file decoded piece by piece. Refuses bytes that the encoding does not have, and zero signs, with their line. */
export async function* textParts(path: string, encoding: Encoding): AsyncGenerator<TextPart> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let read = 0
  for await (const { bytes, offset } of byteParts(path, PART)) {
    read = offset + bytes.length
    const text = decode(() => decoder.decode(bytes, { stream: true }))
    if (text === null)
      throw new UnreadableFile(
        `Line ${await lineAt(path, encoding, badByte(bytes, encoding) + offset)} holds bytes that are not ${names[encoding]}. Choose another encoding, or save the file as UTF-8.`,
      )
    const nul = text.indexOf('\0')
    if (nul >= 0)
      throw new UnreadableFile(
        `Line ${await lineAt(path, encoding, offset + nul * (isWide(encoding) ? 2 : 1))} holds a NUL byte, which no CSV has. Save the file as CSV in UTF-8 and choose it again.`,
      )
    if (text !== '') yield { text, read }
  }
  if (decode(() => decoder.decode()) === null)
    throw new UnreadableFile(
      `Line ${await lineAt(path, encoding, read)}: the file ends in the middle of a sign. It was probably cut off; save it again.`,
    )
}

export const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
}

const isWide = (encoding: Encoding) => encoding === 'utf-16le' || encoding === 'utf-16be'

function decode(work: () => string): string | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Where the first piece of a part stands that cannot be decoded. */
function badByte(bytes: Uint8Array, encoding: Encoding): number {
  const size = 64
  const decoder = new TextDecoder(encoding, { fatal: true })
  // What goes on from the part before looks broken here too: its line is the right one all the same.
  for (let at = 0; at < bytes.length; at += size)
    if (decode(() => decoder.decode(bytes.subarray(at, at + size), { stream: true })) === null) return at
  return 0
}

/** Only asked once something is wrong: reads the file again up to there. */
async function lineAt(path: string, encoding: Encoding, end: number): Promise<number> {
  const decoder = new TextDecoder(encoding)
  let line = 1
  for await (const { bytes, offset } of byteParts(path)) {
    const text = decoder.decode(bytes.subarray(0, Math.max(0, end - offset)), { stream: true })
    line += text.match(/\r\n|\r|\n/g)?.length ?? 0
    if (offset + bytes.length >= end) break
  }
  return line
}
