import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { KnownUpload, UploadRefusal, Uploads } from '../../api/services.ts'
import { uploadFile } from '../../contacts/job-files.ts'
import { workspaceCaps } from '../../domain/campaign.ts'

export interface UploadsOptions {
  readonly dataDir: string
  /** Bytes that may still be written where the folder lies. */
  readonly freeDisk: () => Promise<number>
}

export const mostUploadBytes = 4 * 1024 ** 3
/** Between two looks at the free disk. */
const LOOK_EVERY_BYTES = 64 * 1024 ** 2
const LONGEST_NAME = 255

/** Files that were handed in, in the folder of the workspace: whole, or not there. */
export function createUploads({ dataDir, freeDisk }: UploadsOptions): Uploads {
  const folder = join(dataDir, 'uploads')
  const pathOf = (upload: string) => uploadFile(dataDir, upload)
  const nameOf = (upload: string) => `${pathOf(upload)}.name`

  const keep = async (body: Readable, { name, bytes = 0 }: { name: string; bytes?: number | undefined }) => {
    const upload = randomUUID()
    const path = pathOf(upload)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    try {
      await mustFit(bytes, freeDisk)
      await writeFile(nameOf(upload), cleanName(name), { mode: 0o600 })
      await pipeline(body, watched(freeDisk), createWriteStream(path, { mode: 0o600 }))
      return { upload }
    } catch (error) {
      await Promise.all([rm(path, { force: true }), rm(nameOf(upload), { force: true })])
      const refusal = refusalOf(error)
      if (refusal === null) throw error
      return refusal
    }
  }
  return {
    keep,
    keepText: (text, name) => keep(Readable.from([Buffer.from(text)]), { name }),
    find: async upload => (isId(upload) ? known(upload, pathOf(upload), nameOf(upload)) : null),
    list: async () => {
      const files = await readdir(folder).catch(() => [])
      const found = await Promise.all(
        files.filter(isId).map(upload => known(upload, pathOf(upload), nameOf(upload))),
      )
      return found.filter(upload => upload !== null)
    },
    remove: async upload => {
      if (!isId(upload)) return
      await Promise.all([rm(pathOf(upload), { force: true }), rm(nameOf(upload), { force: true })])
    },
  }
}

async function known(upload: string, path: string, name: string): Promise<KnownUpload | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  const fileName = await readFile(name, 'utf8').catch(() => upload)
  return { upload, path, fileName, bytes: found.size, at: found.mtimeMs }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** For people only: it never becomes a path. */
const cleanName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}]/gu, '')
    .slice(0, LONGEST_NAME) || 'file'

class DoesNotFit extends Error {
  readonly refusal: UploadRefusal
  constructor(refusal: UploadRefusal) {
    super(refusal.what)
    this.refusal = refusal
  }
}

const tooLarge = new DoesNotFit({
  code: 'too_large',
  what: `The file is larger than ${mostUploadBytes / 1024 ** 3} GB.`,
  cure: 'Split it.',
})
const noRoom = new DoesNotFit({
  code: 'no_room',
  what: 'There is no room for this file on the disk of the workspace.',
  cure: 'Free some space and try again.',
})

async function mustFit(bytes: number, freeDisk: () => Promise<number>): Promise<void> {
  if (bytes > mostUploadBytes) throw tooLarge
  if ((await freeDisk()) - bytes < workspaceCaps.freeDiskBytes) throw noRoom
}

function watched(freeDisk: () => Promise<number>): Transform {
  let read = 0
  let lookedAt = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      read += chunk.length
      if (read > mostUploadBytes) return done(tooLarge)
      if (read - lookedAt < LOOK_EVERY_BYTES) return done(null, chunk)
      lookedAt = read
      mustFit(0, freeDisk).then(() => done(null, chunk), done)
    },
  })
}

function refusalOf(error: unknown): UploadRefusal | null {
  if (error instanceof DoesNotFit) return error.refusal
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return noRoom.refusal
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return {
      code: 'read_only',
      what: 'The folder of the workspace cannot be written.',
      cure: 'Give this user the right to write there.',
    }
  return null
}
