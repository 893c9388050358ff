/**
 * Contacts against quality.md section 1: the import of a million rows; tables of a million contacts with three million
 * calls, through the threads that read for the application; their export; what a hundred calls feel of an import.
 * Compared in the same run with csv-parse alone, with `LIMIT … OFFSET …` and `LIKE`, as one would write a table first,
 * and with the calls alone.
 * `node test/bench/contacts.ts [--json] [--only import|tables|export|beside]`; for `beside` also `--rows 1000000
 * --calls 100 --alone 60`, the seconds before the import
 */
import { parseArgs } from 'node:util'
import { besideFigures } from './contacts/beside.ts'
import { exportFigures } from './contacts/export.ts'
import { type Figure, printFigures } from './contacts/figures.ts'
import { importFigures } from './contacts/import.ts'
import { makeMillion } from './contacts/make-workspace.ts'
import { tableFigures } from './contacts/tables.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    calls: { type: 'string', default: '100' },
    alone: { type: 'string', default: '60' },
  },
})
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
if (wants('beside')) {
  const options = {
    rows: Number(values.rows),
    calls: Number(values.calls),
    aloneSeconds: Number(values.alone),
  }
  Object.assign(figures, await besideFigures(options))
}
printFigures(figures, values.json === true)
