import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'
import { calls as callsOf, contactsDative } from './amounts.ts'

const practiceCalls = (n: number) => (n === 1 ? '1 Übungsanruf' : `${count(n)} Übungsanrufen`)

/** Words of a rehearsal in the launch dialog. */
export const rehearsal: Texts['rehearsal'] = {
  act: 'Probelauf ohne echte Anrufe',
  title: 'Probelauf',
  cancel: 'Probelauf abbrechen',
  preparing: 'Arbeitsbereich wird kopiert, Prognose wird erstellt …',
  running: (settled, all, calls) =>
    `${count(settled)} von ${contactsDative(all)} erledigt, ${callsOf(calls)}`,
  clock: at => `Übungsuhr ${at}`,
  left: span => `noch etwa ${span}`,
  leftUnknown: 'Restzeit noch nicht bekannt',
  bar: 'Erledigte Kontakte',
  goesOn: 'Läuft weiter, wenn dieses Fenster geschlossen wird.',
  cancelled: (at, calls) => `Abgebrochen ${at}, nach ${practiceCalls(calls)}.`,
  took: (at, real, practice) => `Beendet ${at}: ${practice} auf der Übungsuhr, geprobt in ${real}`,
  otherChoices: 'Die Auswahl oben wurde seitdem geändert.',
  sample: (n, of) =>
    `Eine zufällige Stichprobe von ${count(n)} aus ${contactsDative(of)}, weil Anrufe in Echtzeit laufen.`,
  whole: 'Als Ganzes geprobt: „Zuerst testen“ und „Offen halten“ blieben außer Acht.',
  columns: { figure: 'Kennzahl', rehearsed: 'Geprobt', expected: 'Prognose für Übungspersonen' },
  figures: {
    calls: 'Anrufe',
    reached: 'Erreichte Personen',
    answered: 'Angenommen',
    optOuts: 'Widersprüche',
    cost: 'Kosten',
    finish: 'Ende, Übungszeit',
    idle: 'Längster Leerlauf',
  },
  notFinished: 'Nicht beendet',
  never: 'Nie',
  idle: (span, why) => `${span}. ${why}`,
  outside: 'Außerhalb der Prognose',
  ended: {
    completed: '',
    paused: 'Hat sich pausiert: ',
    waiting: 'Nichts mehr wäre fällig: ',
    stopped: 'Wurde angehalten: ',
  },
  ledger: {
    agrees: invites => `Das Verzeichnis des Anbieters stimmt überein: ${callsOf(invites)}, 0 doppelt`,
    differs: (twice, mismatches) =>
      `Das Verzeichnis des Anbieters stimmt nicht überein: ${count(twice)} doppelt, ${count(mismatches)} Abweichungen`,
    outsideHours: n => `${count(n)} außerhalb der Zeiten`,
    hoursLifted: 'für diesen Trunk gelten keine Zeiten',
  },
}
