import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { UnreadableFile } from '../unreadable-file.ts'

/** Parts of a workbook by their path within it, each read as a stream of its own. */
export interface Archive {
  has(path: string): boolean
  /** Bytes once unpacked, as the archive's directory says. */
  size(path: string): number
  /** Refuses a part that is packed so tightly that it was made to do harm. */
  open(path: string): Promise<Readable>
  close(): void
}

const MOST_PARTS = 10_000
/** A sheet of Excel's 1,048,576 rows and 500 columns stays below. */
const MOST_BYTES = 8 * 1024 ** 3
/** Deflate reaches about 1,000; real sheets stay below 100. */
const MOST_RATIO = 500

export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(notWhole)
  const entries = await listed(zip).catch(error => {
    zip.close()
    return notWhole(error)
  })
  return {
    has: name => entries.has(name),
    size: name => entries.get(name)?.uncompressedSize ?? 0,
    open: async name => {
      const entry = entries.get(name)
      if (entry === undefined) throw new UnreadableFile(`The workbook lacks its part ${name}. Save it again.`)
      if (
        entry.uncompressedSize > MOST_BYTES ||
        entry.uncompressedSize > 1e8 + entry.compressedSize * MOST_RATIO
      )
        throw new UnreadableFile(
          'The workbook unpacks to far more than a table can hold. Save the table anew, or as CSV.',
        )
      if (entry.isEncrypted())
        throw new UnreadableFile('The workbook is protected by a password. Save it without one.')
      return zip.openReadStreamPromise(entry)
    },
    close: () => zip.close(),
  }
}

async function listed(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MOST_PARTS) throw new Error('too many parts')
    entries.set(entry.fileName, entry)
  }
  return entries
}

function notWhole(error: Error): never {
  throw new UnreadableFile(
    `The workbook is damaged or was cut off: ${error.message}. Open it in a spreadsheet and save it again.`,
  )
}
