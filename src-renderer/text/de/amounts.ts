import { count } from '../../format/number.ts'

const amount = (one: string, many: string) => (n: number) =>
  `${n === 1 ? '1' : count(n)} ${n === 1 ? one : many}`

/** Counted things with their word. */
export const contacts = amount('Kontakt', 'Kontakte')
export const calls = amount('Anruf', 'Anrufe')
export const rows = amount('Zeile', 'Zeilen')
export const numbers = amount('Rufnummer', 'Rufnummern')
export const campaigns = amount('Kampagne', 'Kampagnen')

/** The same after “von”, “mit”, “bei”. */
export const contactsDative = amount('Kontakt', 'Kontakten')
export const callsDative = amount('Anruf', 'Anrufen')
