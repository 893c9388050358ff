import type { Texts } from '../texts.ts'

/** Nouns keep their capital, and no rule tells them apart. */
export const sentence: Texts['sentence'] = { within: words => words }
