import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { harmless } from '../../export/harmless.ts'
import type { FileRow } from '../read/file-rows.ts'
import type { Separator } from '../read/separator.ts'
import type { Rejection } from '../row/import-row.ts'

/** Rows that were not imported, as a file that can be mended and imported again: line and reason, then the own cells. */
export interface RejectedRows {
  add(row: FileRow, rejection: Rejection): void
  readonly reasons: ReadonlyMap<string, number>
  /** A file without a row is taken away. */
  close(): void
}

const BOM = '\uFEFF'
const BUFFER = 64 * 1024

export function rejectedRows(path: string, headings: readonly string[], separator: Separator): RejectedRows {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, 'w', 0o600)
  const reasons = new Map<string, number>()
  const line = (cells: readonly string[]) =>
    `${cells.map(cell => quoted(String(harmless(cell)), separator)).join(separator)}\r\n`
  let held = BOM + line([LINE, REASON, ...headings])
  const flush = () => {
    writeSync(file, held)
    held = ''
  }
  return {
    add: (row, { kind, reason }) => {
      reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
      held += line([String(row.line), reason, ...row.cells])
      if (held.length > BUFFER) flush()
    },
    reasons,
    close: () => {
      flush()
      closeSync(file)
      if (reasons.size === 0) rmSync(path, { force: true })
    },
  }
}

/** Headings of the two columns that stand before those of the file. */
const LINE = 'Line'
const REASON = 'Reason'

const quoted = (text: string, separator: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text
