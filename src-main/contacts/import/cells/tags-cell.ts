const LONGEST_TAG = 100
const MOST_TAGS = 100

/** Several stand between commas, semicolons or bars; each once, whatever its case. */
export function tagsCell(text: string): readonly string[] {
  const tags = new Map<string, string>()
  for (const part of text.split(/[,;|]/)) {
    const name = part
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TAG)
    if (name !== '' && tags.size < MOST_TAGS && !tags.has(name.toLowerCase()))
      tags.set(name.toLowerCase(), name)
  }
  return [...tags.values()]
}
