import { harmless } from './harmless.ts'
import type { Cell, Sheet } from './sheet.ts'

const BOM = '\uFEFF'
const ROWS_PER_PART = 500

/** RFC 4180 in UTF-8. The mark at its beginning makes Excel read accents and umlauts as they are. */
export function* csvOf({ columns, rows }: Sheet, separator: ',' | ';'): Generator<string> {
  const line = (cells: readonly Cell[]) =>
    `${cells.map(cell => quoted(harmless(cell), separator)).join(separator)}\r\n`
  let part = BOM + line(columns.map(({ heading }) => heading))
  let held = 0
  for (const row of rows) {
    part += line(row)
    if (++held < ROWS_PER_PART) continue
    yield part
    part = ''
    held = 0
  }
  yield part
}

function quoted(cell: Cell, separator: string): string {
  if (cell === null) return ''
  const text =
    typeof cell === 'string' ? cell : typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell)
  return /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text
}
