import type { FileReading } from '../../../domain/import-plan.ts'

/** A row as it stands in the file. */
export interface FileRow {
  /** At which it begins, from 1; of a workbook the number that stands beside it. */
  readonly line: number
  /** Without outer blanks. */
  readonly cells: readonly string[]
}

/** A file that was looked into: how it is read, what its columns are called, and a way through its rows. */
export interface OpenFile {
  readonly kind: 'csv' | 'xlsx'
  readonly reading: FileReading
  /** Names of a workbook's sheets. */
  readonly sheets: readonly string[]
  readonly headings: readonly string[]
  readonly bytes: number
  /** From the first row below the heading; each time from the beginning. Blank rows are left out. */
  rows(): AsyncGenerator<RowPart>
}

export interface RowPart {
  readonly rows: readonly FileRow[]
  /** Share of the file that was read so far, 0–1. */
  readonly share: number
}
