import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'
import { calls, callsDative } from './amounts.ts'

export const health: Texts['health'] = {
  title: 'Hinweise',
  fact: things => (things === 1 ? '1 Hinweis' : `${count(things)} Hinweise`),
  none: 'Alles in Ordnung.',
  resting: 'Geprüft wird, solange die Kampagne anruft.',
  failed: 'Die Hinweise konnten nicht ermittelt werden',
  cannotStart: {
    title: 'Niemand kann angerufen werden',
    act: {
      numbers: 'Rufnummern',
      trunks: 'Trunks',
      agent: 'Agent',
      schedule: 'Zeitplan',
      budget: 'Budget',
      limits: 'Grenzen',
      log: 'Protokoll',
    },
  },
  trunkDown: {
    title: (name, since) => `${name} ist seit ${since} gestört`,
    others: others =>
      others === 1
        ? 'Ein anderer Trunk übernimmt die Anrufe.'
        : `${count(others)} andere Trunks übernehmen die Anrufe.`,
    act: 'Trunk',
  },
  failures: {
    title: (share, since) => `${share} der Anrufe seit ${since} sind fehlgeschlagen`,
    figures: (failed, ended) =>
      `${count(failed)} von ${callsDative(ended)}. Oft ist der Trunk überlastet, hat kein Guthaben oder lehnt die Absendernummer ab.`,
    act: 'Fehlgeschlagene Anrufe',
  },
  lowAnswers: {
    title: share => `Nur ${share} der Anrufe erreichen eine Person`,
    figures: (people, ended) => `${count(people)} von ${callsDative(ended)} in 24 Std.`,
    usual: share => `In der Woche davor waren es ${share}.`,
    causes:
      'Mögliche Ursachen: Stunden, in denen wenige abheben, als Spam markierte Rufnummern, eine alte Liste.',
    act: 'Zeitplan',
  },
  slow: {
    title: hours => `Noch etwa ${count(hours)} Stunden Anrufzeit`,
    figures: (perHour, left) => `Noch ${calls(left)}, bei ${count(perHour)} pro Stunde.`,
    by: {
      hourly_cap: 'Die Obergrenze pro Stunde bestimmt das Tempo.',
      interval: 'Die Pause zwischen zwei Anrufen bestimmt das Tempo.',
      lines: 'Alle gleichzeitigen Anrufe sind belegt.',
    },
    act: 'Taktung',
  },
  abandoned: {
    title: (share, cap) => `${share} verlassen, die Grenze liegt bei ${cap}`,
    figures: days =>
      `Über ${days}. Ab der halben Grenze beginnen weniger Anrufe zugleich; kurz vor ihr pausiert die Kampagne.`,
    act: 'Taktung',
  },
  budget: {
    title: share => `${share} des Budgets sind verbraucht`,
    figures: (spent, budget) => `${spent} von ${budget}.`,
    reached: when => `Bei diesem Tempo ist es etwa ${when} erreicht.`,
    act: 'Budget',
  },
  balance: {
    title: left => `Noch ${left} Guthaben auf dem Trunk`,
    figures: when => `Bei diesem Tempo ist es etwa ${when} verbraucht; dann pausiert die Kampagne.`,
    act: 'Guthaben',
  },
  numbersFull: {
    title: when => `Die Rufnummern erreichen etwa ${when} ihre Tagesgrenzen`,
    fullNow: 'Alle Rufnummern sind an ihrer Tagesgrenze',
    figures: (room, wanted, until) =>
      `Platz für ${calls(room)}, gebraucht werden ${count(wanted)} bis ${until}.`,
    act: 'Rufnummern hinzufügen',
  },
  numberScore: {
    title: (number, score) => `${number} hat den Spam-Wert ${score} von 9`,
    seen: (signal, seen) => `${signal}: ${seen}.`,
    rests: limit => `Ab ${limit} ruht sie von selbst.`,
    act: 'Rufnummern',
  },
}
