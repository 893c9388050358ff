import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'

export const grid: Texts['grid'] = {
  selectAll: 'Alle Zeilen auswählen',
  select: name => `${name} auswählen`,
  tooMany: most => ({
    what: `Einzeln lassen sich höchstens ${count(most)} Zeilen auswählen.`,
    cure: 'Die Liste mit einem Filter eingrenzen und alles darin auswählen. Die Auswahl bleibt, wie sie war.',
  }),
  notSelected: 'Die Auswahl bleibt, wie sie war.',
  columns: {
    title: 'Spalten',
    pin: name => `${name} links halten`,
    unpin: name => `${name} mitrollen lassen`,
    left: name => `${name} einen Platz nach vorn`,
    right: name => `${name} einen Platz nach hinten`,
    narrower: name => `${name} schmaler`,
    wider: name => `${name} breiter`,
    reset: 'Spalten wie vorgeschlagen',
    narrow: 'In schmalen Fenstern weichen einige; neu angehakt bleiben sie.',
  },
  preview: 'Vorschau',
  keys: { move: 'bewegen', select: 'auswählen', open: 'öffnen', preview: 'Vorschau' },
}
