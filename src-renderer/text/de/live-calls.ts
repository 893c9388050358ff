import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'

export const liveCalls: Texts['liveCalls'] = {
  title: 'Laufende Anrufe',
  fact: (n, most) => `${count(n)} von ${count(most)}`,
  columns: {
    state: 'Zustand',
    name: 'Name',
    number: 'Rufnummer',
    since: 'Seit',
    level: 'Pegel',
    words: 'Letzte Worte',
    campaign: 'Kampagne',
  },
  failed: 'Die laufenden Anrufe konnten nicht geladen werden',
  empty: 'Zurzeit kein Anruf',
  emptySentence: 'Anrufe erscheinen hier, sobald eine Kampagne wählt, und verschwinden mit ihrem Ende.',
  keys: { listen: 'mithören', hangUp: 'auflegen, fragt einmal' },
  foot: n => (n === 1 ? '1 Anruf' : `${count(n)} Anrufe`),
}
