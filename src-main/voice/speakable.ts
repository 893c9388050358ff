/**
 * Prepares a text for flite, which knows English letters only: accents are dropped rather than the whole letter, and
 * no word is so long that it would keep the voice busy for minutes.
 */
export const speakable = (text: string): string =>
  text
    .slice(0, longestText)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[ßæœøłðþ]/giu, letter => spelling[letter.toLowerCase()] ?? letter)
    .replace(/[‘’]/gu, "'")
    .replace(/\S+/gu, word => word.slice(0, longestWord))
    .trim()

/** True where there is a letter or a digit, of whatever script. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Two minutes of speech; what is longer is a mistake and would hold everybody up. */
const longestText = 2000
const longestWord = 40

/** Letters that have no accent to drop. */
const spelling: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ð: 'd',
  þ: 'th',
}
