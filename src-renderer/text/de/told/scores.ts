import type { Phrase } from '../../phrasebook.ts'

/** What the parts of a spam score were estimated from, and whom a forecast called. */
export const scores: readonly Phrase[] = [
  ['{n:count} of {all:count} expected', '{n} von {all} erwarteten'],
  ['{n:count} of {all:count} a day', '{n} von {all} am Tag'],
  ['{share:decimal} % per attempt', '{share} % je Versuch'],
  ['{share:count} % per attempt', '{share} % je Versuch'],
  ['{share:decimal} % above the pool', '{share} % über den übrigen'],
  ['{share:count} % above the pool', '{share} % über den übrigen'],
  ['not above the pool', 'nicht über den übrigen'],
  ['{share:decimal} %', '{share} %'],
  [
    'The people of the practice carrier, seed {seed:count}, speed {speed}',
    'Die Personen des Übungsanbieters, Startwert {seed}, Tempo {speed}',
  ],
]
