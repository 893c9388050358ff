import { readFileSync } from 'node:fs'

const STRING = 0x02

/** Reads a BSON document that holds nothing but strings (bsonspec.org: size, then type, name, length, text). */
export function readFlatBson(file) {
  const bytes = readFileSync(file)
  const entries = []
  for (let at = 4; bytes[at] !== 0; ) {
    if (bytes[at] !== STRING)
      throw new Error(`${file}: a value of type ${bytes[at]} where a string was expected`)
    const nameEnd = bytes.indexOf(0, at + 1)
    const textEnd = nameEnd + 5 + bytes.readInt32LE(nameEnd + 1)
    entries.push([bytes.toString('utf8', at + 1, nameEnd), bytes.toString('utf8', nameEnd + 5, textEnd - 1)])
    at = textEnd
  }
  return entries
}
