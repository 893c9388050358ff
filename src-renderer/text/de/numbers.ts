import type { Texts } from '../texts.ts'
import { numbers as numbersOf } from './amounts.ts'

export const numbers: Texts['numbers'] = {
  title: 'Rufnummern',
  fact: numbersOf,
  add: 'Rufnummer hinzufügen',
  remove: 'Löschen',
  removeNamed: number => `${number} löschen`,
  columns: {
    campaigns: 'Kampagnen',
  },
  failed: 'Die Rufnummern konnten nicht geladen werden',
  empty: 'Noch keine Rufnummer',
  emptySentence:
    'Eine Rufnummer ist das, was die angerufene Person sieht. Eine Kampagne braucht mindestens eine eigene.',
  form: {
    title: 'Rufnummer hinzufügen',
    number: 'Rufnummer',
    numberHelp: 'Wie vom Anbieter erhalten, mit oder ohne Landesvorwahl.',
    country: 'Land von Nummern ohne Vorwahl',
    name: 'Name',
    nameHelp: 'Nur intern, etwa der Ort oder die Abteilung.',
    numberMissing: 'Die Rufnummer eingeben.',
    notSaved: 'Die Rufnummer wurde nicht gespeichert.',
    add: 'Rufnummer hinzufügen',
  },
  removing: {
    title: number => `${number} löschen`,
    lost: number => `${number} wird nicht mehr angezeigt. Ihre Anrufe bleiben für Berichte.`,
    act: 'Rufnummer löschen',
    keep: 'Behalten',
    done: number => `${number} wurde gelöscht`,
  },
}
