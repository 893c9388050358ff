/**
 * Contacts against quality.md section 1: tables of a million contacts with three million calls, through the threads
 * that read for the application. Compared in the same run with `LIMIT … OFFSET …` and `LIKE`, as one would write it
 * first; and the import of a million rows, compared with csv-parse reading the same file alone.
 * `node test/bench/contacts.ts [--json] [--only import|tables]`
 */
import { parseArgs } from 'node:util'
import { type Figure, printFigures } from './contacts/figures.ts'
import { importFigures } from './contacts/import.ts'
import { tableFigures } from './contacts/tables.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })

/** By part: what it measures, with goals where the figure has one. */
const parts: Readonly<Record<string, () => Promise<Readonly<Record<string, Figure>>>>> = {
  import: () => importFigures(),
  tables: tableFigures,
}

const figures: Record<string, Figure> = {}
for (const [name, measure] of Object.entries(parts))
  if (values.only === undefined || values.only === name) Object.assign(figures, await measure())
printFigures(figures, values.json === true)
