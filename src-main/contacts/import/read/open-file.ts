import { stat } from 'node:fs/promises'
import type { FileReading } from '../../../domain/import-plan.ts'
import { headOf } from './byte-parts.ts'
import { csvRows } from './csv-rows.ts'
import { detectEncoding } from './encoding.ts'
import { fileKind } from './file-kind.ts'
import type { FileRow, OpenFile, RowPart } from './file-rows.ts'
import { guessSeparator } from './separator.ts'
import { textParts } from './text-parts.ts'
import { fileLimits, UnreadableFile } from './unreadable-file.ts'
import { openWorkbook } from './xlsx/open-workbook.ts'

const HEAD = 64 * 1024

/** Looks into a file of any size. @param reading `null`: as it seems to be written */
export async function openFile(path: string, reading: FileReading | null): Promise<OpenFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(
      error.code === 'ENOENT' ? 'There is no such file.' : `The file cannot be read (${error.code}).`,
    )
  })
  if (found.isDirectory()) throw new UnreadableFile('It is a folder, not a file. Choose the file in it.')
  if (found.size === 0) throw new UnreadableFile('Line 1: the file is empty.')
  const head = await headOf(path, HEAD)
  if (fileKind(head) === 'xlsx') {
    const { sheets, rows } = await openWorkbook(path, reading?.sheet ?? 0)
    return assemble('xlsx', sheets, found.size, rows, heading => ({
      encoding: 'utf-8',
      separator: ',',
      heading: reading?.heading ?? heading,
      sheet: reading?.sheet ?? 0,
    }))
  }
  const encoding = reading?.encoding ?? (await detectEncoding(path, head))
  const separator = reading?.separator ?? guessSeparator(await firstText(path, encoding))
  const rows = () => csvRows({ path, bytes: found.size, encoding, separator })
  return assemble('csv', [], found.size, rows, heading => ({
    encoding,
    separator,
    heading: reading?.heading ?? heading,
    sheet: 0,
  }))
}

async function firstText(path: string, encoding: FileReading['encoding']): Promise<string> {
  for await (const { text } of textParts(path, encoding)) return text
  return ''
}

async function assemble(
  kind: OpenFile['kind'],
  sheets: readonly string[],
  bytes: number,
  rows: () => AsyncGenerator<RowPart>,
  readingWith: (heading: boolean) => FileReading,
): Promise<OpenFile> {
  const first = await firstRow(rows())
  if (first === null)
    throw new UnreadableFile(
      kind === 'csv'
        ? 'Line 1: the file has no line with text.'
        : 'Line 1: the sheet is empty. Choose another.',
    )
  const { cells, line } = first
  if (cells.length > fileLimits.columns)
    throw new UnreadableFile(
      `Line ${line}: the file has ${cells.length} columns; at most ${fileLimits.columns} can be read. Take out those that are not needed.`,
    )
  const reading = readingWith(!cells.some(isNumber))
  const headings = cells.map((cell, at) => (reading.heading && cell !== '' ? cell : `Column ${at + 1}`))
  return {
    kind,
    reading,
    sheets,
    headings,
    bytes,
    rows: () => below(rows(), reading.heading ? first : null),
  }
}

/** Nobody calls a column by a telephone number. */
const isNumber = (cell: string): boolean => /^[+\d(][\d ()./-]{5,}$/.test(cell)

async function firstRow(parts: AsyncGenerator<RowPart>): Promise<FileRow | null> {
  for await (const { rows } of parts) if (rows[0] !== undefined) return rows[0]
  return null
}

async function* below(parts: AsyncGenerator<RowPart>, heading: FileRow | null): AsyncGenerator<RowPart> {
  let isFirst = heading !== null
  for await (const part of parts) {
    yield isFirst ? { ...part, rows: part.rows.slice(1) } : part
    isFirst = false
  }
}
