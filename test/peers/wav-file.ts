import { readFileSync } from 'node:fs'

/** A WAV file of 8 kHz mono. */
export const wavFile = (samples: Int16Array): Buffer => {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples.byteLength, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8_000, 24)
  header.writeUInt32LE(16_000, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.byteLength, 40)
  return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)])
}

/** The samples that the header of a mono WAV file speaks of. */
export const readMono = (path: string): Int16Array => {
  const file = readFileSync(path)
  const data = file.indexOf('data') + 8
  const length = Math.min(file.readUInt32LE(data - 4), file.length - data) >> 1
  return Int16Array.from({ length }, (_, at) => file.readInt16LE(data + 2 * at))
}
