import type { Texts } from '../texts.ts'
import { calls as callsOf } from './amounts.ts'

export const heatmap: Texts['heatmap'] = {
  title: 'Erreichbarkeit je Tag und Stunde',
  meaning: 'Anrufe, die eine Person annahm, von den Anrufen, die in dieser Stunde begannen und beendet sind.',
  asOf: at => `Stand ${at}`,
  clock: 'Uhrzeit',
  clocks: { contact: 'Zone des Kontakts', campaign: 'Zone der Kampagne' },
  show: 'Kennzahl',
  figures: { rate: 'Quote', count: 'Anzahl' },
  day: 'Tag',
  cell: (day, hour, rate, people, calls) =>
    `${day} ${hour}, ${rate}, ${callsOf(calls)}, ${people} von einer Person angenommen`,
  unsure: '~ unsicher, unter 20 Anrufen',
  now: 'jetzt',
  few: '20',
  many: '46 %',
  fewer: 'weniger',
  more: 'mehr',
  none: 'Noch ist kein Anruf beendet. Die ersten erscheinen hier nach Tag und Stunde.',
  failed: 'Die Heatmap konnte nicht geladen werden',
}
