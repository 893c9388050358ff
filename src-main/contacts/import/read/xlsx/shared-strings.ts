import type { Readable } from 'node:stream'
import { readXml } from './xml-events.ts'

/** Texts of a workbook by their number. In one buffer: a million of them as strings would take several times as much. */
export interface SharedStrings {
  at(index: number): string
}

export async function readSharedStrings(source: Readable): Promise<SharedStrings> {
  let bytes = Buffer.allocUnsafe(1 << 20)
  let ends = new Float64Array(1 << 14)
  let used = 0
  let count = 0
  const keep = (text: string) => {
    const most = text.length * 3
    if (used + most > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, used + most))
      bytes.copy(larger, 0, 0, used)
      bytes = larger
    }
    used += bytes.write(text, used)
    if (count === ends.length) {
      const larger = new Float64Array(ends.length * 2)
      larger.set(ends)
      ends = larger
    }
    ends[count] = used
    count += 1
  }
  let text = ''
  let inText = false
  // Phonetic readings stand beside the text that they belong to.
  let inReading = false
  await readXml(source, {
    open: name => {
      if (name === 'si') text = ''
      if (name === 'rPh') inReading = true
      inText = name === 't' && !inReading
    },
    text: part => {
      if (inText) text += part
    },
    close: name => {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name === 'si') keep(text)
    },
  })
  return {
    at: index =>
      index >= 0 && index < count
        ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index])
        : '',
  }
}
