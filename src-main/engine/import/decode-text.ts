/** A file's text and the encoding it was read with. */
export type DecodedText = { readonly text: string; readonly encoding: string } | { readonly reason: string }

const signatures: readonly { readonly starts: readonly number[]; readonly is: string }[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], is: 'a ZIP or Excel file' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], is: 'an old Excel file' },
  { starts: [0x25, 0x50, 0x44, 0x46], is: 'a PDF' },
  { starts: [0x89, 0x50, 0x4e, 0x47], is: 'a PNG picture' },
  { starts: [0xff, 0xd8, 0xff], is: 'a JPEG picture' },
]

/** UTF-8 with and without BOM, UTF-16 with BOM, else Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const starts = (head: readonly number[]) => head.every((byte, at) => bytes[at] === byte)
  const foreign = signatures.find(signature => starts(signature.starts))
  if (foreign !== undefined)
    return { reason: `The file is ${foreign.is}, not CSV. Save it as CSV and choose it again.` }
  if (starts([0xff, 0xfe])) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16 LE' }
  if (starts([0xfe, 0xff])) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16 BE' }
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    const line = bytes.subarray(0, nul).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1)
    return {
      reason: `Line ${line} holds a NUL byte, which no CSV has. Save the file as CSV in UTF-8 and choose it again.`,
    }
  }
  const bom = starts([0xef, 0xbb, 0xbf])
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: bom ? 'UTF-8 with BOM' : 'UTF-8',
    }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}
