import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'
import { contacts, numbers, rows } from './amounts.ts'

/** Long work on contacts: its progress, its end, its way back. */
export const jobs: Texts['jobs'] = {
  label: 'Arbeit im Hintergrund',
  rows,
  contacts,
  waiting: 'Wartet, bis die Arbeit an der Reihe ist',
  of: total => `von ${total}`,
  ofAbout: total => `von etwa ${total}`,
  rowsASecond: n => `${n} Zeilen/s`,
  contactsASecond: n => `${n} Kontakte/s`,
  left: span => `noch ${span}`,
  cancel: 'Abbrechen',
  cancelNamed: title => `${title} abbrechen`,
  cannotCancel: 'Zu spät zum Abbrechen: Die Arbeit wird in jedem Fall beendet.',
  notCancelled: 'Die Arbeit geht weiter.',
  fold: 'Einklappen',
  unfold: n => (n === 1 ? '1 Aufgabe in Arbeit' : `${count(n)} Aufgaben in Arbeit`),
  more: n => `${count(n)} weitere`,
  states: {
    waiting: 'Wartet',
    running: 'In Arbeit',
    done: 'Fertig',
    cancelled: 'Abgebrochen',
    failed: 'Fehlgeschlagen',
  },
  undo: 'Rückgängig machen',
  nothingToUndo: 'Nichts rückgängig zu machen: Von diesem Fenster ist keine Aktion mehr übrig.',
  notUndone: 'Es wurde nichts rückgängig gemacht.',
  download: 'Herunterladen',
  see: 'Ergebnis ansehen',
  rejected: 'Nicht Lesbares herunterladen',
  again: 'Erneut versuchen',
  notBegun: 'Die Arbeit wurde nicht neu begonnen.',
  ends: {
    imported: (file, stored, rejected) =>
      `${file}: ${contacts(stored)} importiert${rejected === 0 ? '' : `, ${rows(rejected)} abgelehnt`}`,
    exported: (title, n) => `${title}: ${rows(n)}, bereit`,
    changed: (title, changed, unchanged) =>
      `${title}: ${contacts(changed)} geändert${unchanged === 0 ? '' : `, ${count(unchanged)} wie zuvor`}`,
    listed: (added, known, rejected) =>
      `${numbers(added)} auf die Sperrliste gesetzt${known === 0 ? '' : `, ${count(known)} schon dort`}${rejected === 0 ? '' : `, ${count(rejected)} nicht lesbar`}`,
    undone: (restored, kept) =>
      `${count(restored)} wie zuvor${kept === 0 ? '' : `, ${count(kept)} behalten`}`,
    cancelled: title => `${title}: abgebrochen, ohne Spuren`,
    failed: title => `${title}: fehlgeschlagen`,
  },
}
