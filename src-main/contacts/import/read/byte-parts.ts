import { open } from 'node:fs/promises'

export interface BytePart {
  /** Valid until the next part. */
  readonly bytes: Uint8Array
  /** Of its first byte in the file. */
  readonly offset: number
}

const PART = 256 * 1024

/** A file piece by piece, in one buffer that is filled again and again. */
export async function* byteParts(path: string, size = PART): AsyncGenerator<BytePart> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(size)
    for (let offset = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, size, offset)
      if (bytesRead === 0) return
      yield { bytes: buffer.subarray(0, bytesRead), offset }
      offset += bytesRead
    }
  } finally {
    await file.close()
  }
}

/** The first bytes of a file. */
export async function headOf(path: string, size: number): Promise<Uint8Array> {
  for await (const { bytes } of byteParts(path, size)) return bytes
  return new Uint8Array()
}
