import { openFile } from '../contacts/import/read/open-file.ts'
import { UnreadableFile } from '../contacts/import/read/unreadable-file.ts'
import { brokenRow } from '../contacts/import/row/broken-row.ts'
import type { E164 } from '../domain/ids.ts'
import { numberRanges } from '../domain/number-rest.ts'
import { readPhone } from '../numbering/phone.ts'

export interface ScoreListOrder {
  readonly path: string
  /** Reads numbers without a country code. */
  readonly defaultCountry: string
}

export interface ScoreList {
  /** Of a number that stands there twice the last one. */
  readonly scores: ReadonlyMap<E164, number>
  readonly rejected: number
  /** The first hundred. */
  readonly rejectedRows: readonly RejectedScore[]
}

export interface RejectedScore {
  readonly line: number
  readonly text: string
  readonly reason: string
}

/** No workspace has as many numbers. */
const MOST_ROWS = 200_000
const MOST_SHOWN = 100

/** What a reputation service says of numbers, from 0 to 9 each. Throws `UnreadableFile`. */
export async function readScoreList({ path, defaultCountry }: ScoreListOrder): Promise<ScoreList> {
  const { headings, rows } = await openFile(path, null)
  const columns = columnsOf(headings)
  const scores = new Map<E164, number>()
  const rejectedRows: RejectedScore[] = []
  let seen = 0
  let rejected = 0
  for await (const part of rows()) {
    for (const { line, cells } of part.rows) {
      seen += 1
      if (seen > MOST_ROWS)
        throw new UnreadableFile(
          `Line ${line}: a list of scores has at most ${MOST_ROWS.toLocaleString('en')} rows. Take out numbers that are not yours.`,
        )
      const read = readScore(cells, columns, headings, defaultCountry)
      if (!('reason' in read)) {
        scores.set(read.number, read.score)
        continue
      }
      rejected += 1
      const text = `${cells[columns.number] ?? ''} ${cells[columns.score] ?? ''}`.trim().slice(0, 80)
      if (rejectedRows.length < MOST_SHOWN) rejectedRows.push({ line, text, reason: read.reason })
    }
  }
  return { scores, rejected, rejectedRows }
}

interface Columns {
  readonly number: number
  readonly score: number
}

function columnsOf(headings: readonly string[]): Columns {
  const number = headings.findIndex(heading => /number|phone|caller/i.test(heading))
  const score = headings.findIndex(heading => /score|rating/i.test(heading))
  if (number >= 0 && score >= 0) return { number, score }
  throw new UnreadableFile(
    `Line 1 names no column for the ${number < 0 ? 'number' : 'score'}: ${headings.join(', ').slice(0, 200)}. Name two columns “number” and “score” there.`,
  )
}

function readScore(
  cells: readonly string[],
  columns: Columns,
  headings: readonly string[],
  country: string,
): { readonly number: E164; readonly score: number } | { readonly reason: string } {
  const broken = brokenRow(cells, headings)
  if (broken !== null) return broken
  const phone = readPhone(cells[columns.number] ?? '', country)
  if ('reason' in phone) return phone
  const { min, max } = numberRanges.score
  const written = cells[columns.score] ?? ''
  const score = Number(written || Number.NaN)
  if (!Number.isInteger(score) || score < min || score > max)
    return { reason: `“${written}” is no score from ${min} to ${max}` }
  return { number: phone.number, score }
}
