import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { decodeText } from './decode-text.ts'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

export interface CsvTable {
  readonly headings: readonly string[]
  readonly rows: readonly CsvRow[]
  readonly encoding: string
  readonly separator: Separator
  /** Lines that were left out or mended, with the reason. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[]
}
export interface CsvRow {
  /** Line of the file at which the row ends, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export const csvLimits = { bytes: 50_000_000, columns: 500, cellLength: 10_000, problems: 100 } as const

/** Reads a whole CSV file. `reason` says why nothing of it can be used; single bad lines become `problems`. */
export async function readCsv(bytes: Uint8Array): Promise<CsvTable | { readonly reason: string }> {
  if (bytes.length === 0) return { reason: 'The file is empty.' }
  if (bytes.length > csvLimits.bytes)
    return {
      reason: `The file has ${Math.ceil(bytes.length / 1e6)} MB; at most ${csvLimits.bytes / 1e6} MB can be read. Split it.`,
    }
  const decoded = decodeText(bytes)
  if ('reason' in decoded) return decoded
  const separator = guessSeparator(decoded.text)
  const parser = Readable.from(chunks(decoded.text)).pipe(
    parse({
      delimiter: separator,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  )
  let headings: readonly string[] | null = null
  const rows: CsvRow[] = []
  const problems: { line: number; reason: string }[] = []
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      const cells = record.map(cell => cell.trim())
      if (headings === null) {
        if (cells.length > csvLimits.columns)
          return { reason: `The file has ${cells.length} columns; at most ${csvLimits.columns} can be read.` }
        headings = cells.map((heading, at) => heading || `Column ${at + 1}`)
        continue
      }
      if (cells.every(cell => cell === '')) continue
      const reason = whyUnusable(cells, headings.length)
      if (reason === null) rows.push({ line: info.lines, cells })
      else if (problems.length < csvLimits.problems) problems.push({ line: info.lines, reason })
    }
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number }
    return {
      reason: `Line ${lines ?? '?'} cannot be read: ${plain(message)} Mend the line and choose the file again.`,
    }
  }
  if (headings === null) return { reason: 'The file has no line with text.' }
  if (rows.length === 0 && problems.length === 0)
    return { reason: 'The file has a heading line only and no rows below it.' }
  return { headings, rows, encoding: decoded.encoding, separator, problems }
}

function whyUnusable(cells: readonly string[], width: number): string | null {
  if (cells.length > width)
    return `${cells.length} cells, but ${width} headings. A separator inside a text needs quotes.`
  const huge = cells.findIndex(cell => cell.length > csvLimits.cellLength)
  return huge < 0
    ? null
    : `Cell ${huge + 1} has ${cells[huge]?.length} characters. A quote is probably not closed.`
}

/** The separator that cuts the first lines into the most columns, most evenly. */
function guessSeparator(text: string): Separator {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/, 20)
    .filter(line => line.trim() !== '')
  const score = (separator: Separator) => {
    const counts = lines.map(line => line.replace(/"[^"]*"/g, '').split(separator).length - 1)
    const first = counts[0] ?? 0
    return first === 0 ? 0 : first + counts.filter(count => count === first).length * 10
  }
  return separators.reduce((best, next) => (score(next) > score(best) ? next : best), ',' as Separator)
}

/** The parser takes the text piece by piece; after each, calls and windows have their turn. */
async function* chunks(text: string): AsyncGenerator<string> {
  const size = 64 * 1024
  for (let at = 0; at < text.length; at += size) {
    yield text.slice(at, at + size)
    await new Promise(resolve => setImmediate(resolve))
  }
}

const plain = (message: string): string =>
  message.startsWith('Quote Not Closed') ? 'a quote is opened and never closed.' : `${message.split(',')[0]}.`
