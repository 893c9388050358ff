export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]
export type LanguageChoice = Language | 'auto'

/** Where the choice is kept in the browser. */
export const languagePlace = 'trunkline-language'
const isLanguage = (tag: string | null | undefined): tag is Language => languages.some(one => one === tag)

/** What was chosen on this computer; `auto` follows the browser. */
export function chosenLanguage(): LanguageChoice {
  const kept = globalThis.localStorage?.getItem(languagePlace)
  return isLanguage(kept) ? kept : 'auto'
}

const chosen = chosenLanguage()
const ofBrowser = navigator.languages.map(tag => tag.slice(0, 2)).find(isLanguage) ?? 'en'

/** The language of the interface for as long as this page is loaded. */
export const language: Language = chosen === 'auto' ? ofBrowser : chosen
