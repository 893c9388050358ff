import { locale } from './locale.ts'

const names = new Intl.DisplayNames(locale, { type: 'language' })

/** `de` is "German"; a tag that is none stays as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
