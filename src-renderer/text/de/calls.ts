import type { Texts } from '../texts.ts'
import { calls as callsOf } from './amounts.ts'

const hourOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`

export const calls: Texts['calls'] = {
  title: 'Anrufe',
  search: 'Name oder Rufnummer',
  result: 'Ergebnis',
  counting: 'Wird gezählt …',
  period: {
    title: 'Zeitraum',
    today: 'Heute',
    week: 'Letzte 7 Tage',
    month: 'Letzte 30 Tage',
    from: 'Erster Tag',
    to: 'Letzter Tag',
    since: day => `seit ${day}`,
    until: day => `bis ${day}`,
  },
  filters: {
    more: 'Weitere Filter',
    said: 'Gesagt',
    saidHelp: 'Ein Teil dessen, was der Agent sagte oder die Person antwortete.',
    saidChip: said => `Gesagt „${said}“`,
    campaign: 'Kampagne',
    agent: 'Agent',
    number: 'Absendernummer',
    trunk: 'Trunk',
    goal: 'Ziel',
    min: 'Gespräch mindestens, s',
    max: 'Gespräch höchstens, s',
    talk: (min, max) =>
      min === undefined
        ? `Gespräch bis ${max} s`
        : max === undefined
          ? `Gespräch ab ${min} s`
          : `Gespräch ${min}–${max} s`,
    out: 'Mit Widerspruch',
    recorded: 'Aufgezeichnet',
    hour: (day, hour) => `${day} ${hourOf(hour)}–${hourOf(hour + 1)}`,
    theirTime: ', am Ort des Kontakts',
    remove: what => `${what} entfernen`,
  },
  goals: {
    achieved: 'Erreicht',
    partially_achieved: 'Teilweise',
    not_achieved: 'Nicht erreicht',
    unknown: 'Nicht bekannt',
  },
  fact: callsOf,
  columns: {
    at: 'Beginn',
    contact: 'Kontakt',
    number: 'Rufnummer',
    result: 'Ergebnis',
    campaign: 'Kampagne',
    attempt: 'Versuch',
    ring: 'Klingeln',
    talk: 'Gespräch',
    sip: 'SIP',
    recorded: 'Aufnahme',
    goal: 'Ziel',
    cost: 'Kosten',
    optedOut: 'Widerspruch',
  },
  failed: 'Die Liste der Anrufe konnte nicht geladen werden',
  empty: 'Noch kein Anruf',
  emptySentence: 'Jeder Anruf steht hier mit seinem Ergebnis, sobald er gewählt wird.',
  noMatch: 'Kein Anruf passt zu diesen Filtern',
  noMatchSentence: 'Ein anderer Zeitraum, ein anderes Ergebnis oder ein anderer Name kann ihn finden.',
  hangUp: 'Auflegen',
  hangUpSure: 'Zum Auflegen noch einmal drücken',
  hangUpOf: name => `Anruf mit ${name} auflegen`,
  hangUpSureOf: name => `Zum Auflegen des Anrufs mit ${name} noch einmal drücken`,
  hungUp: name => `Der Anruf mit ${name} wurde beendet`,
  notHungUp: name => `Der Anruf mit ${name} wurde nicht beendet`,
}
