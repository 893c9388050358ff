import { count } from '../../format/number.ts'
import type { importResult as en } from '../en/import-result.ts'
import { contacts, rows } from './amounts.ts'

/** Words about an import from its start on: what came of its rows, and the way back. */
export const importResult: typeof en = {
  result: {
    failed: 'Dieser Import konnte nicht geladen werden',
    gone: 'Kein solcher Import',
    all: 'Alle Importe und Exporte',
    undo: 'Import rückgängig machen',
    goOn: campaign => `Weiter mit ${campaign}`,
    campaign: 'Neue Kampagne mit diesen',
    campaignFailed: 'Die Kampagne wurde nicht angelegt.',
    waiting: 'Wartet, bis er an der Reihe ist',
    running: file => `${file} wird importiert`,
    runningSentence:
      'Diese Seite kann verlassen werden; der Import läuft weiter. Anrufe sind nicht betroffen.',
    headline: (n, target) => `${contacts(n)} in ${target}`,
    headlineAll: n => `${contacts(n)} importiert`,
    read: (n, span, actor) => `${rows(n)} in ${span} gelesen, von ${actor}. Nichts ist halb importiert.`,
    undone: 'Dieser Import wurde rückgängig gemacht.',
    cancelled: 'Abgebrochen, ohne Spuren',
    failedTitle: 'Der Import ist fehlgeschlagen, ohne Spuren',
    again: 'Andere Datei importieren',
    label: 'Zeilen der Datei',
    added: 'Hinzugefügt',
    addedFoot: 'neue Kontakte',
    updated: 'Aktualisiert',
    updatedFoot: {
      update: 'durch die Datei geändert',
      fill: 'leere Felder gefüllt',
      skip: 'nie bei „Überspringen“',
    },
    unchanged: 'Unverändert',
    unchangedFoot: {
      update: 'nichts Neues',
      fill: 'schon vollständig',
      skip: 'bekannt, unverändert gelassen',
    },
    duplicates: 'Doppelt in der Datei',
    duplicatesFoot: 'erste Zeile zählt',
    doNotCall: 'Auf der Sperrliste',
    doNotCallFoot: 'davon, nie angerufen',
    rejected: 'Abgelehnt',
    rejectedFoot: 'keine brauchbare Rufnummer',
    notUnderstood: n =>
      n === 1
        ? '1 Zelle wurde nicht verstanden und ausgelassen'
        : `${count(n)} Zellen wurden nicht verstanden und ausgelassen`,
  },
  rejected: {
    title: 'Abgelehnte Zeilen',
    kept: (n, day) => `${count(n)}, aufbewahrt bis ${day}`,
    download: 'Als CSV herunterladen',
    none: 'Jede Zeile wurde übernommen',
    noneSentence: 'Nichts wurde abgelehnt.',
    failed: 'Die abgelehnten Zeilen konnten nicht geladen werden',
    line: 'Zeile',
    number: 'Rufnummer, wie gelesen',
    name: 'Name',
    reason: 'Grund',
    why: 'Warum abgelehnt',
    whyFact: rows,
  },
  callable: {
    title: 'Kann angerufen werden',
    fact: (n, all) => `${count(n)} von ${count(all)} neuen`,
    noConsent: 'Keine Einwilligung hinterlegt',
    skipped: n =>
      `Eine Kampagne, die Einwilligung verlangt, überspringt ${n === 1 ? 'diesen Kontakt' : `diese ${contacts(n)}`}.`,
    failed: 'Zurzeit nicht bekannt',
  },
  earlier: {
    title: 'Frühere Importe',
    all: 'Alle Importe',
    added: n => `${count(n)} neu`,
    updated: n => `${count(n)} aktualisiert`,
    unchanged: 'nichts Neues',
    none: 'Dies ist der erste.',
  },
  undoing: {
    title: file => `Import von ${file} rückgängig machen`,
    lost: (added, updated) =>
      [
        added > 0 &&
          (added === 1
            ? '1 hinzugefügter Kontakt wird entfernt'
            : `${count(added)} hinzugefügte Kontakte werden entfernt`),
        updated > 0 &&
          `${contacts(updated)} ${updated === 1 ? 'bekommt' : 'bekommen'} den früheren Stand zurück`,
      ]
        .filter(part => part !== false)
        .join(', '),
    stays:
      'Zeilen, die seitdem jemand geändert hat, behalten diese Änderungen. Abgelehnte Zeilen lassen sich weiter herunterladen.',
    act: 'Import rückgängig machen',
    keep: 'So lassen',
  },
}
