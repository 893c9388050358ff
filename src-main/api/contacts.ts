import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { guessColumn } from '../engine/import/csv-contacts.ts'
import { csvLimits, readCsv } from '../engine/import/read-csv.ts'
import { contactsAct } from './contacts-act.ts'
import { contactsRead } from './contacts-read.ts'
import { contactsWrite } from './contacts-write.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.contacts).$context<Services>()

/** Rows shown as samples below each heading. */
const samples = 3

export const contacts = os.router({
  ...contactsRead,
  ...contactsWrite,
  ...contactsAct,
  upload: os.upload.handler(async ({ input: { file }, context }) => {
    const table =
      file.size > csvLimits.bytes
        ? {
            reason: `The file has ${Math.ceil(file.size / 1e6)} MB; at most ${csvLimits.bytes / 1e6} MB can be read. Split it.`,
          }
        : await readCsv(new Uint8Array(await file.arrayBuffer()))
    if ('reason' in table)
      throw refused({
        code: 'unreadable_file',
        field: 'file',
        what: `${file.name}: ${table.reason}`,
        cure: 'Nothing was imported.',
      })
    return {
      upload: context.readTables.keep(table),
      fileName: file.name,
      rows: table.rows.length + table.problems.length,
      encoding: table.encoding,
      separator: table.separator,
      columns: table.headings.map((heading, column) => ({
        heading,
        guess: guessColumn(heading),
        samples: table.rows.slice(0, samples).map(row => row.cells[column] ?? ''),
      })),
      problems: [...table.problems],
    }
  }),
})
