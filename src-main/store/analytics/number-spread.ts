import type { ReadOnlyFile } from '../read-only-file.ts'
import type { SqlPiece } from './call-scope.ts'

export interface NumberSpread {
  readonly answered: number
  /** From the smallest to the largest. */
  readonly values: readonly { readonly value: string; readonly calls: number }[]
  readonly mean: number | null
}

const SPANS = 8

/** Numbers in up to eight spans of equal width. */
export function numberSpread(sql: ReadOnlyFile['statements'], answers: SqlPiece): NumberSpread {
  const range = sql.first<{ answered: number; least: number; most: number; mean: number | null }>(
    `SELECT count(*) AS answered, min(json_extract(value, '$')) AS least, max(json_extract(value, '$')) AS most,
       avg(json_extract(value, '$')) AS mean FROM (${answers.sql})`,
    ...answers.values,
  )
  if (range === undefined || range.answered === 0) return { answered: 0, values: [], mean: null }
  const { answered, least, most, mean } = range
  const width = niceWidth((most - least) / SPANS)
  const begin = Math.floor(least / width) * width
  const rows = sql.rows<{ span: number; calls: number }>(
    `SELECT cast((json_extract(value, '$') - ?) / ? AS INTEGER) AS span, count(*) AS calls FROM (${answers.sql})
     GROUP BY span ORDER BY span`,
    begin,
    width,
    ...answers.values,
  )
  const last = rows.at(-1)?.span ?? 0
  return {
    answered,
    mean,
    values: Array.from({ length: last + 1 }, (_, span) => ({
      value: spanName(begin + span * width, width),
      calls: rows.find(row => row.span === span)?.calls ?? 0,
    })),
  }
}

/** The next larger one of 1, 2, 5, 10, 20 …: spans begin at round numbers. */
function niceWidth(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))))
  return ([1, 2, 5, 10].find(step => step * power >= least) ?? 10) * power
}

/** `20–24`, and `7` alone where a span holds one whole number. */
const spanName = (from: number, width: number): string =>
  width === 1 ? String(from) : `${from}–${from + width - 1}`
