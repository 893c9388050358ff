import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Rendered sentences on disk: mark, checksum of the rest, 16-bit samples. */
const mark = Buffer.from('TLS1')
const sumBytes = 32
const headBytes = mark.length + sumBytes

const sumOf = (body: Uint8Array) => createHash('sha256').update(body).digest()

/** `null` where there is no file, or one that is damaged. */
export async function readSoundFile(path: string): Promise<Int16Array | null> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file || file.length <= headBytes || !file.subarray(0, mark.length).equals(mark)) return null
  const body = file.subarray(headBytes)
  if (body.length % 2 !== 0 || !sumOf(body).equals(file.subarray(mark.length, headBytes))) return null
  return new Int16Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.length) as ArrayBuffer)
}

/** Either the whole file is there afterwards or none. */
export async function writeSoundFile(path: string, samples: Int16Array): Promise<void> {
  const body = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  const unfinished = `${path}.${randomUUID()}.part`
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(unfinished, Buffer.concat([mark, sumOf(body), body]))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
