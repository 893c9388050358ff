import { count } from '../../format/number.ts'
import { contacts, rows } from './amounts.ts'

/** Words about an import from its start on: what came of its rows, and the way back. */
export const importResult = {
  result: {
    failed: 'This import could not be loaded',
    gone: 'No such import',
    all: 'All imports and exports',
    undo: 'Undo import',
    goOn: (campaign: string) => `Go on with ${campaign}`,
    campaign: 'New campaign with these',
    campaignFailed: 'The campaign was not made.',
    waiting: 'Waits for its turn',
    running: (file: string) => `Importing ${file}`,
    runningSentence: 'This page may be left; the import goes on. Calls are not affected.',
    headline: (n: number, target: string) => `${contacts(n)} in ${target}`,
    headlineAll: (n: number) => `${contacts(n)} imported`,
    read: (n: number, span: string, actor: string) =>
      `${rows(n)} read in ${span}, by ${actor}. Nothing is half imported.`,
    undone: 'This import was undone.',
    cancelled: 'Cancelled, no trace left',
    failedTitle: 'The import failed, no trace left',
    again: 'Import another file',
    label: 'Rows of the file',
    added: 'Added',
    addedFoot: 'new contacts',
    updated: 'Updated',
    updatedFoot: { update: 'changed by the file', fill: 'empty fields filled', skip: 'never with “Skip”' },
    unchanged: 'Unchanged',
    unchangedFoot: {
      update: 'said nothing new',
      fill: 'already complete',
      skip: 'known, left as they are',
    },
    duplicates: 'Duplicates in the file',
    duplicatesFoot: 'first row counts',
    doNotCall: 'On the do-not-call list',
    doNotCallFoot: 'stored, never called',
    rejected: 'Rejected',
    rejectedFoot: 'no usable number',
    notUnderstood: (n: number) =>
      n === 1
        ? '1 cell was not understood and left out'
        : `${count(n)} cells were not understood and left out`,
  },
  rejected: {
    title: 'Rejected rows',
    kept: (n: number, day: string) => `${count(n)}, kept until ${day}`,
    download: 'Download as CSV',
    none: 'Every row was taken',
    noneSentence: 'Nothing was rejected.',
    failed: 'The rejected rows could not be loaded',
    line: 'Line',
    number: 'Number as read',
    name: 'Name',
    reason: 'Reason',
    why: 'Why rejected',
    whyFact: rows,
  },
  callable: {
    title: 'Can be called',
    fact: (n: number, all: number) => `${count(n)} of ${count(all)} added`,
    noConsent: 'No consent on file',
    skipped: (n: number) =>
      `A campaign that asks for consent skips ${n === 1 ? 'this one' : `these ${count(n)}`}.`,
    failed: 'Not known at the moment',
  },
  earlier: {
    title: 'Earlier imports',
    all: 'All imports',
    added: (n: number) => `${count(n)} added`,
    updated: (n: number) => `${count(n)} updated`,
    unchanged: 'nothing new',
    none: 'This is the first.',
  },
  undoing: {
    title: (file: string) => `Undo the import of ${file}`,
    lost: (added: number, updated: number) =>
      [
        added > 0 && `${contacts(added)} that it added will be gone`,
        updated > 0 && `${contacts(updated)} get back what stood there before`,
      ]
        .filter(part => part !== false)
        .join(', and '),
    stays: 'Rows that somebody changed since then keep those changes. Rejected rows stay downloadable.',
    act: 'Undo import',
    keep: 'Keep it',
  },
}
