import type { Texts } from '../texts.ts'
import { contacts } from './amounts.ts'

export const schedule: Texts['schedule'] = {
  question: 'Wann dürfen Anrufe beginnen?',
  sentence:
    'Eine Anrufzeit bestimmt, wann ein Anruf beginnen darf. Ein laufender Anruf wird nie durch sie getrennt.',
  start: 'Beginn',
  starts: { now: 'Jetzt', at: 'Am' },
  startAt: 'Datum und Uhrzeit des Beginns',
  end: 'Ende',
  ends: { none: 'Keines', at: 'Am', keep_live: 'Offen halten' },
  endAt: 'Datum und Uhrzeit des Endes',
  endHelp: {
    none: 'Endet, wenn jeder Kontakt seinen endgültigen Status hat.',
    at: 'Pausiert dann von selbst.',
    keep_live: 'Läuft weiter, wenn die Liste aufgebraucht ist, und wartet auf neue Kontakte.',
  },
  zone: 'Zeitzone der Kampagne',
  zoneOption: (id, clock, offset) => `${id.replaceAll('_', ' ')} (${clock}, ${offset})`,
  windows: 'Anrufzeiten',
  hours: { label: 'Welche Zeiten gelten', own: 'Eigene Zeiten', shared: 'Geschäftszeiten' },
  copyMonday: 'Montag auf Werktage kopieren',
  chooseHours: 'Geschäftszeiten',
  chooseHoursHelp:
    'Gemeinsam für mehrere Kampagnen, samt Feiertagen. Eine Änderung gilt für jede Kampagne, die sie nutzt.',
  noHours: 'Es gibt noch keine Geschäftszeiten.',
  makeHours: 'Geschäftszeiten einrichten',
  hoursNow: (open, change) =>
    `Jetzt ${open ? 'geöffnet' : 'geschlossen'}${change === null ? '' : `, ${open ? 'schließt' : 'öffnet'} ${change}`}`,
  dragHelp: 'Kante ziehen oder Pfeiltasten, 15 min je Schritt',
  lawTakes: people => `Das Gesetz hält dann ${contacts(people)} zurück`,
  ownZone: 'Zeiten in der Zeitzone jedes Kontakts lesen',
  ownZoneHelp: several =>
    `Aus dem Kontakt, sonst aus seiner Nummer. Bei einer Nummer über mehrere Zonen müssen alle offen sein${several > 0 ? `: hier ${contacts(several)}` : ''}.`,
  anyTime: 'Diese Kampagne ruft zu jeder Zeit an: Ihr Trunk bleibt in diesem Rechner.',
  week: {
    noCalls: 'Keine Anrufe',
    window: (day, n) => `${day}, Anrufzeit ${n}`,
    edge: (day, n, edge) => `${day}, Anrufzeit ${n}, ${edge === 'from' ? 'Beginn' : 'Ende'}`,
    add: day => `Anrufzeit am ${day} hinzufügen`,
    overlap: (one, other) => `${one} und ${other} überschneiden sich.`,
    unreadable: 'In der Form 09:00–12:30 schreiben.',
    nextDay: 'am nächsten Tag',
  },
  problems: {
    startAt: 'Datum und Uhrzeit für den Beginn angeben.',
    endAt: 'Datum und Uhrzeit für das Ende angeben.',
    endFirst: start => `Das Ende liegt vor dem Beginn, ${start}.`,
    endPassed: 'Das Ende liegt in der Vergangenheit.',
    hours: 'Geschäftszeiten wählen oder eigene Zeiten verwenden.',
    never: 'Keine Anrufzeit tritt je ein. Einen Tag einschalten.',
  },
}
