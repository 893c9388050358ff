import { type Info, type Parser, parse } from 'csv-parse'
import type { Encoding } from './encoding.ts'
import type { FileRow, RowPart } from './file-rows.ts'
import type { Separator } from './separator.ts'
import { textParts } from './text-parts.ts'
import { fileLimits, UnreadableFile } from './unreadable-file.ts'

interface Csv {
  readonly path: string
  readonly bytes: number
  readonly encoding: Encoding
  readonly separator: Separator
}

/** A row of all columns with cells of the longest length, in characters. */
const LONGEST_ROW = fileLimits.columns * fileLimits.cellLength

/** Of a stream, which its types leave out: all rows of one part of text are taken out before the next goes in. */
const takesAll: object = { readableHighWaterMark: 1e9 }

/** Every row that is not blank, the heading too. */
export async function* csvRows({ path, bytes, encoding, separator }: Csv): AsyncGenerator<RowPart> {
  const parser = parse({
    ...takesAll,
    delimiter: separator,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  })
  let failure: Error | null = null
  parser.on('error', error => {
    failure = error
  })
  let last = 0
  const taken = (): FileRow[] => {
    const rows = takeRows(parser)
    last = lastLine(rows) ?? last
    return rows.filter(({ cells }) => cells.some(cell => cell !== ''))
  }
  for await (const { text, read } of textParts(path, encoding)) {
    parser.write(text)
    const rows = taken()
    if (failure !== null) throw unreadable(failure, last)
    if (rows.length > 0) yield { rows, share: read / bytes }
  }
  parser.end()
  // The end is told in a later turn.
  await new Promise(resolve => setImmediate(resolve))
  const rows = taken()
  if (failure !== null) throw unreadable(failure, last)
  if (rows.length > 0) yield { rows, share: 1 }
}

/** At which the last row ends; `null`: there is none. */
function lastLine(rows: readonly FileRow[]): number | null {
  const row = rows.at(-1)
  return row === undefined ? null : row.line + row.cells.join('').split('\n').length - 1
}

function takeRows(parser: Parser): FileRow[] {
  const rows: FileRow[] = []
  for (;;) {
    const found = parser.read() as { record: string[]; info: Info } | null
    if (found === null) return rows
    let line = found.info.lines
    const cells = found.record
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] as string
      // A row is found at its last line.
      if (cell.includes('\n')) line -= cell.split('\n').length - 1
      cells[at] = cell.trim()
    }
    rows.push({ line, cells })
  }
}

function unreadable(error: Error & { code?: string; lines?: number }, last: number): UnreadableFile {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new UnreadableFile(
      `Line ${last + 1}: a quote is opened and never closed. Close it, or take it out, and choose the file again.`,
    )
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new UnreadableFile(
      `Line ${last + 1}: the row has more than ${LONGEST_ROW.toLocaleString('en')} characters. A quote is probably not closed; mend the line and choose the file again.`,
    )
  return new UnreadableFile(
    `Line ${error.lines ?? last + 1} cannot be read: ${error.message.split(',')[0]}. Mend the line and choose the file again.`,
  )
}
