import type { ColumnUse } from '../../../domain/import-plan.ts'
import { openFile } from '../read/open-file.ts'

export interface RejectedPage {
  readonly path: string
  /** Of the file that was imported. */
  readonly columns: readonly ColumnUse[]
  readonly offset: number
  readonly limit: number
}

export interface RejectedRow {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly reason: string
}

/** Some rows of the file of rejected ones. */
export async function readRejected({
  path,
  columns,
  offset,
  limit,
}: RejectedPage): Promise<readonly RejectedRow[]> {
  const file = await openFile(path, null)
  const found: RejectedRow[] = []
  let at = 0
  const own = (cells: readonly string[], as: ColumnUse['as']) =>
    columns.flatMap((use, column) => (use.as === as ? [unmarked(cells[column + OWN_FROM] ?? '')] : []))
  for await (const { rows } of file.rows()) {
    for (const { cells } of rows.slice(
      Math.max(0, offset - at),
      Math.max(0, offset - at) + limit - found.length,
    ))
      found.push({
        line: Number(cells[0]),
        number: own(cells, 'phone_number').join(' '),
        name: own(cells, 'contact_name').join(' '),
        reason: cells[1] ?? '',
      })
    at += rows.length
    if (found.length >= limit) break
  }
  return found
}

/** Line and reason stand before the own cells. */
const OWN_FROM = 2
/** As it stood in the file: the mark keeps a spreadsheet from running it. */
const unmarked = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '')
