// Wide enough for most words at 12 px.
const LETTER = 6.2

/** Words that fit into so many pixels; the whole of them stands in the table beside each chart. */
export const shortLabel = (words: string, width: number): string => {
  const letters = Math.max(4, Math.floor(width / LETTER))
  return words.length <= letters ? words : `${words.slice(0, letters - 1).trimEnd()}…`
}

const DIGIT = 7.6
const BESIDE = 10

/** Room for the longest of these numbers at the right. */
export const figureWidth = (figures: readonly string[]): number =>
  Math.ceil(Math.max(0, ...figures.map(({ length }) => length)) * DIGIT) + BESIDE
