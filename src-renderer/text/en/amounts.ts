import { count } from '../../format/number.ts'

const amount = (one: string, many: string) => (n: number) => (n === 1 ? `1 ${one}` : `${count(n)} ${many}`)

/** Counted things with their word. */
export const contacts = amount('contact', 'contacts')
export const calls = amount('call', 'calls')
export const rows = amount('row', 'rows')
export const numbers = amount('number', 'numbers')
export const campaigns = amount('campaign', 'campaigns')
