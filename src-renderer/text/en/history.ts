import { count } from '../../format/number.ts'
import { rows as rowsOf } from './amounts.ts'

export const history = {
  title: 'History',
  contacts: 'Contacts',
  tabs: { label: 'Kinds of work', imports: 'Imports', exports: 'Exports', actions: 'Actions' },
  failed: 'The history could not be loaded',
  columns: { when: 'When', what: 'What', who: 'Who', state: 'State', count: 'Result', ways: 'Actions' },
  counts: {
    import: (added: number, updated: number, rejected: number) =>
      `${count(added)} added, ${count(updated)} updated${rejected === 0 ? '' : `, ${count(rejected)} rejected`}`,
    export: (rows: number, size: string) => `${rowsOf(rows)}, ${size}`,
    act: (changed: number, unchanged: number) =>
      `${count(changed)} changed${unchanged === 0 ? '' : `, ${count(unchanged)} as before`}`,
    listed: (added: number, known: number, rejected: number) =>
      `${count(added)} added${known === 0 ? '' : `, ${count(known)} as before`}${rejected === 0 ? '' : `, ${count(rejected)} rejected`}`,
    undo: (restored: number) => `${count(restored)} as before`,
  },
  undone: 'undone',
  download: 'Download',
  downloadNamed: (title: string) => `Download ${title}`,
  rejected: 'Rejected rows',
  rejectedNamed: (title: string) => `Rejected rows of ${title}`,
  again: 'Export again',
  againNamed: (title: string) => `Export again: ${title}`,
  notExported: 'Nothing was exported.',
  tryAgain: 'Try again',
  tryAgainNamed: (title: string) => `Try again: ${title}`,
  undo: 'Undo',
  undoNamed: (title: string) => `Undo ${title}`,
  cancel: 'Cancel',
  undoing: {
    title: (title: string) => `Undo: ${title}`,
    lost: 'Everything it changed gets back what stood there before.',
    act: 'Undo',
    keep: 'Keep it',
  },
  empty: {
    imports: 'No import yet',
    exports: 'No export yet',
    actions: 'Nothing was done with many contacts yet',
  },
  emptySentence: {
    imports: 'Each import stays here with its counts, its rejected rows and the way to undo it.',
    exports: 'Each export stays here with its file, and can be made again.',
    actions: 'What is done with many contacts at once stays here, with the way to undo it.',
  },
  importFile: 'Import a file',
  toContacts: 'Go to contacts',
  foot: (n: number) => (n === 1 ? '1 entry' : `${count(n)} entries`),
}
