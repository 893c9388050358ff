import { de } from './de/de.ts'
import { en } from './en/en.ts'
import { language } from './language.ts'
import type { Texts } from './texts.ts'

const languages: Readonly<Record<typeof language, Texts>> = { en, de }

export const text = languages[language]
