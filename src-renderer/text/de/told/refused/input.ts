import type { Phrase } from '../../../phrasebook.ts'

/** What is wrong with a value. */
export const input: readonly Phrase[] = [
  ['nothing of this name exists', 'nichts heißt so'],
  ['cannot be read', 'nicht lesbar'],
  ['at most {n} characters', 'höchstens {n} Zeichen'],
  ['at most {n} entries', 'höchstens {n} Einträge'],
  ['at most {n}', 'höchstens {n}'],
  ['at least {n} characters', 'mindestens {n} Zeichen'],
  ['at least {n} entries', 'mindestens {n} Einträge'],
  ['at least {n}', 'mindestens {n}'],
  ['a whole number is expected', 'eine ganze Zahl wird erwartet'],
  ['a number is expected', 'eine Zahl wird erwartet'],
  ['text is expected', 'Text wird erwartet'],
  ['not in the form that is expected', 'nicht in der erwarteten Form'],
]
