import type { Texts } from '../texts.ts'

export const language: Texts['language'] = {
  label: 'Sprache',
  help: 'Von Texten, Datum und Zahlen auf diesem Rechner. Die Seite wird neu geladen.',
  names: { auto: 'Wie das System', en: 'English', de: 'Deutsch' },
}
