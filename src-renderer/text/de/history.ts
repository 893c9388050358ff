import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'
import { rows as rowsOf } from './amounts.ts'

export const history: Texts['history'] = {
  title: 'Verlauf',
  contacts: 'Kontakte',
  tabs: { label: 'Arten von Vorgängen', imports: 'Importe', exports: 'Exporte', actions: 'Aktionen' },
  failed: 'Der Verlauf konnte nicht geladen werden',
  columns: { when: 'Wann', what: 'Was', who: 'Wer', state: 'Zustand', count: 'Ergebnis', ways: 'Aktionen' },
  counts: {
    import: (added, updated, rejected) =>
      `${count(added)} neu, ${count(updated)} aktualisiert${rejected === 0 ? '' : `, ${count(rejected)} abgelehnt`}`,
    export: (rows, size) => `${rowsOf(rows)}, ${size}`,
    act: (changed, unchanged) =>
      `${count(changed)} geändert${unchanged === 0 ? '' : `, ${count(unchanged)} wie zuvor`}`,
    listed: (added, known, rejected) =>
      `${count(added)} neu${known === 0 ? '' : `, ${count(known)} wie zuvor`}${rejected === 0 ? '' : `, ${count(rejected)} abgelehnt`}`,
    undo: restored => `${count(restored)} wie zuvor`,
  },
  undone: 'rückgängig gemacht',
  download: 'Herunterladen',
  downloadNamed: title => `${title} herunterladen`,
  rejected: 'Abgelehnte Zeilen',
  rejectedNamed: title => `Abgelehnte Zeilen: ${title}`,
  again: 'Erneut exportieren',
  againNamed: title => `Erneut exportieren: ${title}`,
  notExported: 'Es wurde nichts exportiert.',
  tryAgain: 'Erneut versuchen',
  tryAgainNamed: title => `Erneut versuchen: ${title}`,
  undo: 'Rückgängig machen',
  undoNamed: title => `Rückgängig machen: ${title}`,
  cancel: 'Abbrechen',
  undoing: {
    title: title => `Rückgängig machen: ${title}`,
    lost: 'Alles, was dabei geändert wurde, bekommt seinen früheren Inhalt zurück.',
    act: 'Rückgängig machen',
    keep: 'So lassen',
  },
  empty: {
    imports: 'Noch kein Import',
    exports: 'Noch kein Export',
    actions: 'Noch keine Aktion mit vielen Kontakten',
  },
  emptySentence: {
    imports: 'Jeder Import bleibt hier stehen: seine Zahlen, seine abgelehnten Zeilen und der Weg zurück.',
    exports: 'Jeder Export bleibt hier mit seiner Datei stehen und lässt sich wiederholen.',
    actions: 'Was mit vielen Kontakten zugleich geschieht, bleibt hier stehen, samt dem Weg zurück.',
  },
  importFile: 'Datei importieren',
  toContacts: 'Zu den Kontakten',
  foot: n => (n === 1 ? '1 Eintrag' : `${count(n)} Einträge`),
}
