import type { ImportCheck, ImportPreview } from '../../../src-main/contract/imports.ts'

export interface ShownRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly marks: ImportCheck['marked'][number]['marks']
}

const markedShown = 3

/** The first rows of the file with what is wrong in them, and after them the first of each kind of trouble. */
export function shownRows(
  firstRows: ImportPreview['firstRows'],
  marked: ImportCheck['marked'] | undefined,
): readonly ShownRow[] {
  const marksOf = new Map(marked?.map(({ line, marks }) => [line, marks]))
  const last = firstRows.at(-1)?.line ?? 0
  return [
    ...firstRows.map(({ line, cells }) => ({ line, cells, marks: marksOf.get(line) ?? [] })),
    ...(marked ?? []).filter(({ line }) => line > last).slice(0, markedShown),
  ]
}
