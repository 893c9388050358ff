/** A heading within a sentence. */
export const lowerFirst = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)
