import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'
import { calls, campaigns as campaignsOf, contacts as contactsOf } from './amounts.ts'

export const campaigns: Texts['campaigns'] = {
  title: 'Kampagnen',
  fact: (all, live) => `${count(all)}, davon ${count(live)} in Betrieb`,
  search: 'Name oder Agent',
  all: 'Alle',
  groups: {
    live: 'In Betrieb',
    paused: 'Pausiert',
    scheduled: 'Geplant',
    draft: 'Entwurf',
    ended: 'Beendet',
  },
  columns: {
    name: 'Name',
    status: 'Status',
    agent: 'Agent',
    numbers: 'Rufnummern',
    schedule: 'Zeitplan',
    contacts: 'Kontakte',
    progress: 'Fortschritt',
    start: 'Start',
    cost: 'Kosten',
  },
  schedule: {
    open: 'Offen',
    closed: 'Zu',
    ended: 'Beendet',
    starts: at => `Beginnt ${at}`,
    closes: at => `schließt ${at}`,
    opens: at => `öffnet ${at}`,
  },
  callsLeft: calls,
  costs: sums => `Kosten bisher: ${sums}`,
  duplicateNamed: name => `${name} duplizieren`,
  deleteNamed: name => `${name} löschen`,
  failed: 'Die Liste der Kampagnen konnte nicht geladen werden',
  empty: 'Noch keine Kampagne',
  emptySentence: 'Eine Kampagne bringt Agent, Kontakte, Rufnummern und Trunk zusammen.',
  noMatch: 'Keine Kampagne passt zu diesen Filtern',
  noMatchSentence: 'Ein anderes Wort oder ein anderer Status kann sie finden.',
  foot: (campaigns, contacts) => `${campaignsOf(campaigns)}, ${contactsOf(contacts)}`,
}
