import type { Phrase } from '../../../phrasebook.ts'

/** Refused by goals and questions. */
export const results: readonly Phrase[] = [
  ['An archived goal cannot be the primary one.', 'Ein archiviertes Ziel kann nicht das Hauptziel sein.'],
  ['Restore it first.', 'Es erst wiederherstellen.'],
  ['The scale ends at {to:count}, not after {from:count}.', 'Die Skala endet bei {to}, nicht nach {from}.'],
  ['Let it end above where it begins.', 'Das Ende über den Anfang setzen.'],
  ['“{name}” has answers of another kind already.', '„{name}“ hat schon Antworten anderer Art.'],
  [
    'Archive it and add a new question; its answers stay.',
    'Archivieren und eine neue Frage hinzufügen; die Antworten bleiben.',
  ],
  ['That is no answer to “{question}”.', 'Das ist keine Antwort auf „{question}“.'],
  [
    'Choose one of its options, or a value within its scale.',
    'Eine der Möglichkeiten oder einen Wert der Skala wählen.',
  ],
  [
    'Steps of the flow mean another one by “{key}” already.',
    'Schritte im Ablauf meinen mit „{key}“ schon ein anderes.',
  ],
  ['Choose another name for steps to use.', 'Einen anderen Namen für die Schritte wählen.'],
]
