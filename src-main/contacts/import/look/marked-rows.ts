import type { FileRow } from '../read/file-rows.ts'
import type { Rejection } from '../row/import-row.ts'

export interface Mark {
  readonly column: number
  readonly level: 'error' | 'doubt'
  readonly text: string
}

const MOST_ROWS = 30
const LONGEST_CELL = 200

/** The first row of each kind of fault, in the order of the file. */
export function markedRows(columns: number) {
  const rows = new Map<number, { readonly cells: readonly string[]; readonly marks: Mark[] }>()
  const shown = new Set<string>()
  const mark = ({ line, cells }: FileRow, kind: string, found: Mark): void => {
    const known = rows.get(line)
    if (known === undefined && (shown.has(kind) || rows.size >= MOST_ROWS)) return
    shown.add(kind)
    const row = known ?? {
      cells: cells.slice(0, columns).map(cell => cell.slice(0, LONGEST_CELL)),
      marks: [],
    }
    row.marks.push(found)
    rows.set(line, row)
  }
  return {
    reject: (row: FileRow, { kind, reason, column }: Rejection) =>
      mark(row, kind, { column: column ?? 0, level: 'error', text: reason }),
    doubt: (row: FileRow, column: number, text: string) =>
      mark(row, `${column} ${text}`, { column, level: 'doubt', text }),
    all: () => [...rows].sort(([a], [b]) => a - b).map(([line, row]) => ({ line, ...row })),
  }
}
