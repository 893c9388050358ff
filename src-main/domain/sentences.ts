/**
 * Cuts a text where a speaker takes a breath. Sentences without variables sound the same on every call, so they can
 * be rendered before the campaign starts.
 */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"'({])/u)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
