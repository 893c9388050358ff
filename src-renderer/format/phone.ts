import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { locale } from './locale.ts'

interface Read {
  readonly grouped: string
  readonly country: string | null
}

const known = new Map<string, Read>()
const mostKept = 5_000

function read(number: string): Read {
  const before = known.get(number)
  if (before) return before
  const parsed = parsePhoneNumberFromString(number)
  const made = { grouped: parsed?.formatInternational() ?? number, country: parsed?.country ?? null }
  if (known.size >= mostKept) known.clear()
  known.set(number, made)
  return made
}

/** `+49 30 231254120`, grouped as its country does; anything unreadable as it stands. */
export const phone = (number: string) => read(number).grouped

export const phoneCountry = (number: string) => read(number).country

const names = new Intl.DisplayNames(locale, { type: 'region' })
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
let byEnglishName: ReadonlyMap<string, string> | undefined

export const countryName = (code: string) => names.of(code.toUpperCase()) ?? code

/** A country that the engine named in English; what is none stays. */
export function countryNamed(inEnglish: string): string {
  const english = new Intl.DisplayNames('en', { type: 'region' })
  byEnglishName ??= new Map(
    letters.flatMap(first =>
      letters.map(second => [english.of(first + second) ?? '', names.of(first + second) ?? ''] as const),
    ),
  )
  return byEnglishName.get(inEnglish) ?? inEnglish
}
