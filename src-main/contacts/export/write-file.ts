import { createWriteStream } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportFormat } from '../../domain/job.ts'
import type { Sheet } from './sheet.ts'
import { csvOf } from './write-csv.ts'
import { jsonOf } from './write-json.ts'
import { xlsxOf } from './write-xlsx.ts'

/** Where a sheet stands until it is whole. */
export const partOf = (file: string): string => `${file}.part`

/** Writes a sheet; the file has its name only once it is whole. Resolves to its bytes. */
export async function writeSheet(
  file: string,
  sheet: Sheet,
  { format, title }: { readonly format: ExportFormat; readonly title: string },
): Promise<number> {
  const part = partOf(file)
  await pipeline(source(sheet, format, title), createWriteStream(part, { flush: true }))
  await rename(part, file)
  return (await stat(file)).size
}

function source(sheet: Sheet, format: ExportFormat, title: string): Readable {
  switch (format) {
    case 'csv':
      return Readable.from(csvOf(sheet, ','), { highWaterMark: 4 })
    case 'csv-semicolon':
      return Readable.from(csvOf(sheet, ';'), { highWaterMark: 4 })
    case 'json':
      return Readable.from(jsonOf(sheet), { highWaterMark: 4 })
    case 'xlsx':
      return Readable.fromWeb(xlsxOf(sheet, title) as Parameters<typeof Readable.fromWeb>[0])
  }
}
