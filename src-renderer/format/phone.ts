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

export const countryName = (code: string) => names.of(code.toUpperCase()) ?? code
