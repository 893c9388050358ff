import { fileLimits } from '../read/unreadable-file.ts'
import type { Rejection } from './import-row.ts'

/** Why nothing of a row can be believed, whatever its columns hold. */
export function brokenRow(cells: readonly string[], headings: readonly string[]): Rejection | null {
  const more = cells.length > headings.length && cells.slice(headings.length).some(cell => cell !== '')
  if (more)
    return {
      kind: 'Too many cells',
      reason: `${cells.length} cells, but ${headings.length} columns. A separator inside a text needs quotes`,
      column: null,
    }
  const huge = cells.findIndex(cell => cell.length > fileLimits.cellLength)
  if (huge >= 0)
    return {
      kind: 'Cell too long',
      reason: `${cells[huge]?.length.toLocaleString('en')} characters in one cell. A quote is probably not closed`,
      column: huge,
    }
  const again = cells.length > 0 && cells.length === headings.length && cells.every(isHeading(headings))
  return again ? { kind: 'Heading again', reason: 'The heading stands here again', column: null } : null
}

const isHeading = (headings: readonly string[]) => (cell: string, at: number) => cell === headings[at]
