import { count } from '../../format/number.ts'
import { lowerFirst } from './lower-first.ts'

export const exports = {
  title: (what: string) => `Export ${lowerFirst(what)}`,
  rows: 'Rows',
  rowsHelp: { filtered: 'What the search and the filters find now.', all: 'Everybody here, without filter.' },
  callRowsHelp: {
    filtered: 'What the search and the filters find now.',
    all: 'Every call here, without filter.',
  },
  rowChoices: { filtered: 'As filtered', all: 'All' },
  columns: 'Columns',
  columnsHelp: {
    shown: (n: number) =>
      n === 1 ? 'The one that is shown.' : `The ${count(n)} that are shown, in their order.`,
    all: 'All there are, with every field and figure.',
  },
  columnChoices: { shown: 'As shown', all: 'All' },
  format: 'Format',
  formats: {
    csv: 'CSV, comma',
    'csv-semicolon': 'CSV, semicolon',
    xlsx: 'Excel (.xlsx)',
    json: 'JSON (.json)',
  },
  calls: 'Export calls',
  allCalls: 'All calls',
  callsOf: (campaign: string) => `Calls of ${campaign}`,
  calm: 'Runs in the background; the file stays in the history until it is deleted.',
  act: (rows: number | undefined) =>
    rows === undefined ? 'Export' : rows === 1 ? 'Export 1 row' : `Export ${count(rows)} rows`,
}
