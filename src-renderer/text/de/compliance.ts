import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'

const rulesOf = (n: number) => (n === 1 ? '1 Regel' : `${count(n)} Regeln`)

export const compliance: Texts['compliance'] = {
  title: 'Rechtsregeln',
  fact: (rules, places) => `${rulesOf(rules)} für ${count(places)} Rechtsräume`,
  notAdvice:
    'Diese Regeln sind Daten, die die Engine vor jedem Anruf anwendet, die strengste, die gelten kann. Sie sind keine Rechtsberatung: Für das eigene Vorhaben gehören sie rechtlich geprüft.',
  failed: 'Die Regeln konnten nicht geladen werden',
  search: 'Land, Staat oder Regel',
  noMatch: 'Keine Regel passt zu diesem Wort',
  noMatchSentence: 'Ein Land, ein Staat oder ein Teil einer Regel kann sie finden.',
  verified: 'an der Quelle geprüft',
  unverified: 'nicht geprüft',
  from: date => `ab ${date}`,
  to: date => `bis ${date}`,
  rules: rulesOf,
  off: (when, reason) => `Ausgeschaltet ${when}: ${reason}`,
  about: {
    hours: 'Zeiten',
    attempts: 'Versuche',
    pause: 'Abstand',
    ring: 'Klingeln',
    consent: 'Einwilligung',
    abandonment: 'Verlassen',
    duty: 'Pflicht',
  },
  switchOff: 'Ausschalten',
  switchOn: 'Einschalten',
  switchOnNamed: name => `Regeln für ${name} einschalten`,
  switching: {
    title: name => `Regeln für ${name} ausschalten`,
    lost: 'Anrufe dorthin folgen in jeder Kampagne nur noch den eigenen Einstellungen. Der Grund kommt ins Protokoll.',
    reason: 'Grund',
    reasonHelp: 'Mindestens zehn Zeichen.',
    act: 'Ausschalten',
    keep: 'Behalten',
  },
}
