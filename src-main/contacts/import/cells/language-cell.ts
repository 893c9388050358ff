/** Of which the names in English, German and the language itself are understood. */
const spoken =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sq sr sv th tr uk ur vi zh'.split(
    ' ',
  )

const codes = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
let names: ReadonlyMap<string, string> | null = null

/** A language as BCP 47, from its code (`de`, `pt_BR`) or its name; `null`: not understood. */
export function languageCell(text: string): string | null {
  const written = text.trim()
  names ??= readNames()
  const named = names.get(written.toLowerCase())
  if (named !== undefined) return named
  try {
    const [tag = ''] = Intl.getCanonicalLocales(written.replaceAll('_', '-'))
    const [language = ''] = tag.split('-')
    return codes.of(language) === undefined ? null : tag
  } catch {
    // RangeError: not in the form of a tag.
    return null
  }
}

function readNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const code of spoken)
    for (const reader of ['en', 'de', code]) {
      const name = new Intl.DisplayNames(reader, { type: 'language' }).of(code)
      if (name !== undefined) found.set(name.toLowerCase(), code)
    }
  return found
}
