import { language } from '../text/language.ts'

const plain = { en: 'en-GB', de: 'de-DE' } as const

/** The person's own locale where it speaks the language of the interface, else that language's plain form. */
export const locale = navigator.languages.find(tag => tag.startsWith(`${language}-`)) ?? plain[language]
