import { count } from '../../format/number.ts'
import { contacts, numbers, rows } from './amounts.ts'

/** Long work on contacts: its progress, its end, its way back. */
export const jobs = {
  label: 'Work in the background',
  rows,
  contacts,
  waiting: 'Waits for its turn',
  of: (total: string) => `of ${total}`,
  ofAbout: (total: string) => `of about ${total}`,
  rowsASecond: (n: string) => `${n} rows/s`,
  contactsASecond: (n: string) => `${n} contacts/s`,
  left: (span: string) => `${span} left`,
  cancel: 'Cancel',
  cancelNamed: (title: string) => `Cancel ${title}`,
  cannotCancel: 'Too late to cancel: it is finished in any case.',
  notCancelled: 'It goes on.',
  fold: 'Fold away',
  unfold: (n: number) => (n === 1 ? '1 task at work' : `${count(n)} tasks at work`),
  more: (n: number) => `${count(n)} more`,
  states: {
    waiting: 'Waiting',
    running: 'At work',
    done: 'Done',
    cancelled: 'Cancelled',
    failed: 'Failed',
  },
  undo: 'Undo',
  nothingToUndo: 'Nothing to undo: no action of this window is left.',
  notUndone: 'Nothing was undone.',
  download: 'Download',
  see: 'See the result',
  rejected: 'Load what could not be read',
  again: 'Try again',
  notBegun: 'It was not begun again.',
  ends: {
    imported: (file: string, stored: number, rejected: number) =>
      `${file}: ${contacts(stored)} imported${rejected === 0 ? '' : `, ${rows(rejected)} rejected`}`,
    exported: (title: string, n: number) => `${title}: ${rows(n)}, ready`,
    changed: (title: string, changed: number, unchanged: number) =>
      `${title}: ${contacts(changed)} changed${unchanged === 0 ? '' : `, ${count(unchanged)} left as they were`}`,
    listed: (added: number, known: number, rejected: number) =>
      `${numbers(added)} put on the do-not-call list${known === 0 ? '' : `, ${count(known)} already there`}${rejected === 0 ? '' : `, ${count(rejected)} could not be read`}`,
    undone: (restored: number, kept: number) =>
      `${count(restored)} as before${kept === 0 ? '' : `, ${count(kept)} kept`}`,
    cancelled: (title: string) => `${title}: cancelled, no trace left`,
    failed: (title: string) => `${title} failed`,
  },
}
