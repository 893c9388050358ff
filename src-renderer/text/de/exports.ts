import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'

export const exports: Texts['exports'] = {
  title: what => `${what} exportieren`,
  rows: 'Zeilen',
  rowsHelp: { filtered: 'Was Suche und Filter jetzt finden.', all: 'Alle hier, ohne Filter.' },
  callRowsHelp: { filtered: 'Was Suche und Filter jetzt finden.', all: 'Jeder Anruf hier, ohne Filter.' },
  rowChoices: { filtered: 'Wie gefiltert', all: 'Alle' },
  columns: 'Spalten',
  columnsHelp: {
    shown: n =>
      n === 1 ? 'Die eine, die gezeigt wird.' : `Die ${count(n)} gezeigten, in ihrer Reihenfolge.`,
    all: 'Alle, die es gibt, mit jedem Feld und jeder Kennzahl.',
  },
  columnChoices: { shown: 'Wie gezeigt', all: 'Alle' },
  format: 'Format',
  formats: {
    csv: 'CSV, Komma',
    'csv-semicolon': 'CSV, Semikolon',
    xlsx: 'Excel (.xlsx)',
    json: 'JSON (.json)',
  },
  calls: 'Anrufe exportieren',
  allCalls: 'Alle Anrufe',
  callsOf: campaign => `Anrufe von ${campaign}`,
  calm: 'Läuft im Hintergrund; die Datei bleibt im Verlauf, bis sie gelöscht wird.',
  act: rows =>
    rows === undefined
      ? 'Exportieren'
      : rows === 1
        ? '1 Zeile exportieren'
        : `${count(rows)} Zeilen exportieren`,
}
