import { writeXlsxStream } from 'hucre/xlsx'
import type { Sheet } from './sheet.ts'

/** Longest text that a cell of a workbook may hold (ECMA-376 as Excel implements it). */
export const CELL_LIMIT = 32_767

/** A sheet of more may pass 4 GiB. Fewer readers know ZIP64, so it is kept for those. */
const MOST_PLAIN_COLUMNS = 60

/**
 * A workbook with one sheet, and further ones past Excel's 1,048,576 rows. Texts are stored as texts, so nothing in
 * them is run; a text that is too long for a cell ends with “…”.
 */
export const xlsxOf = ({ columns, rows }: Sheet, name: string): ReadableStream<Uint8Array> =>
  writeXlsxStream(cellsOf(rows), {
    name: sheetName(name),
    columns: columns.map(({ heading }) => ({ header: fitting(heading) })),
    freezePane: { rows: 1 },
    zip64: columns.length > MOST_PLAIN_COLUMNS,
  })

function* cellsOf(rows: Sheet['rows']) {
  for (const row of rows)
    yield row.map(cell =>
      typeof cell === 'string' ? fitting(cell) : typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell,
    )
}

/** Signs that XML 1.0 cannot hold are left out. */
const fitting = (text: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs that a workbook cannot hold
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return clean.length > CELL_LIMIT ? `${clean.slice(0, CELL_LIMIT - 1)}…` : clean
}

/** Excel refuses some signs in the name of a sheet, and more than 31 of all. */
const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 28)
    .trim() || 'Export'
