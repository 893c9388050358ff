import { count } from '../../format/number.ts'

/** Counted things with their word. */
export const contacts = (n: number) => (n === 1 ? '1 contact' : `${count(n)} contacts`)
export const calls = (n: number) => (n === 1 ? '1 call' : `${count(n)} calls`)
