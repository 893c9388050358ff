import { lowerFirst } from './lower-first.ts'

/** How a heading or a status stands within a sentence. */
export const sentence = { within: lowerFirst }
