/**
 * Contacts against quality.md section 1: the import of a million rows; tables of a million contacts with three million
 * calls, through the threads that read for the application; their export. Compared in the same run with csv-parse
 * alone, and with `LIMIT … OFFSET …` and `LIKE`, as one would write a table first.
 * `node test/bench/contacts.ts [--json] [--only import|tables|export]`
 */
import { parseArgs } from 'node:util'
import { exportFigures } from './contacts/export.ts'
import { type Figure, printFigures } from './contacts/figures.ts'
import { importFigures } from './contacts/import.ts'
import { makeMillion } from './contacts/make-workspace.ts'
import { tableFigures } from './contacts/tables.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const wants = (part: string) => values.only === undefined || values.only === part

const figures: Record<string, Figure> = {}
if (wants('import')) Object.assign(figures, await importFigures())
if (wants('tables') || wants('export')) {
  const begun = performance.now()
  const workspace = await makeMillion()
  figures.makeSeconds = (performance.now() - begun) / 1000
  try {
    if (wants('tables')) Object.assign(figures, await tableFigures(workspace))
    if (wants('export')) Object.assign(figures, await exportFigures(workspace))
  } finally {
    workspace.remove()
  }
}
printFigures(figures, values.json === true)
