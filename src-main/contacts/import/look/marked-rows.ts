import type { FileRow } from '../read/file-rows.ts'
import type { Rejection } from '../row/import-row.ts'
import { SHOWN_ROWS } from './preview-file.ts'

export interface Mark {
  readonly column: number
  readonly level: 'error' | 'doubt'
  readonly text: string
}

const MOST_ROWS = 30
const LONGEST_CELL = 200

/** All faults in the rows that are shown, and the first row of each other kind, in the order of the file. */
export function markedRows(columns: number) {
  const rows = new Map<number, { readonly cells: readonly string[]; readonly marks: Mark[] }>()
  const shown = new Set<string>()
  let read = 0
  const mark = ({ line, cells }: FileRow, kind: string, found: Mark): void => {
    const known = rows.get(line)
    const told = read > SHOWN_ROWS && (shown.has(kind) || rows.size >= MOST_ROWS)
    if (known === undefined && told) return
    shown.add(kind)
    const row = known ?? {
      cells: cells.slice(0, columns).map(cell => cell.slice(0, LONGEST_CELL)),
      marks: [],
    }
    row.marks.push(found)
    rows.set(line, row)
  }
  return {
    /** Before what is wrong in it. */
    next: () => {
      read += 1
    },
    reject: (row: FileRow, { kind, reason, column }: Rejection) =>
      mark(row, kind, { column: column ?? 0, level: 'error', text: reason }),
    doubt: (row: FileRow, column: number, text: string) =>
      mark(row, `${column} ${text}`, { column, level: 'doubt', text }),
    all: () => [...rows].sort(([a], [b]) => a - b).map(([line, row]) => ({ line, ...row })),
  }
}
