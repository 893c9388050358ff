/** A name as it is sorted and searched: without case, accents and outer blanks. `Ärzte` stands among A. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .trim()
