/** What the engine tells, in the language of the interface; English is its own. */
export const told = (sentence: string): string => sentence
