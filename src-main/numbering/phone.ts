import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { E164 } from '../domain/ids.ts'
import { neverDialled, shortNumber } from './never-dialled.ts'
import { dialledWithin, planOf } from './plan-of.ts'

/** A number that may be dialled, or why it never is; reasons are for people. */
export type ReadPhone =
  | { readonly number: E164; readonly country: string | null }
  | { readonly reason: string }

/** Digits as people group them: read without the library, which takes ten times as long. */
const plain = /^\+?[\d(][\d ()./-]*$/

/** Harmonised services and directory enquiries of Europe; where local numbers have six digits they look like one. */
const european = /^11[68]\d{3}$/

/**
 * Reads a number as people write it.
 * @param country ISO 3166 alpha-2 of numbers written without a country code.
 */
export function readPhone(text: string, country: string): ReadPhone {
  const trimmed = text.trim()
  const written = plain.test(trimmed) ? trimmed : inPlainSigns(trimmed)
  if (written === '') return { reason: 'no number' }
  const home = country.toUpperCase()
  if (european.test(written.replaceAll(/[ ./-]/g, ''))) return neverCalled(written, shortNumber)
  const read = plain.test(written) ? readPlain(written.replaceAll(/[ ()./-]/g, ''), home) : null
  if (read !== null) return read
  const parsed = parsePhoneNumberFromString(
    written,
    isSupportedCountry(home) ? (home as CountryCode) : undefined,
  )
  if (parsed === undefined) return { reason: `“${cut(written)}” is not a telephone number` }
  const never = neverDialled(parsed.number)
  if (never !== null) return neverCalled(written, never)
  if (!parsed.isValid())
    return { reason: `“${cut(written)}” is no number that exists in ${parsed.country ?? home}` }
  return { number: parsed.number, country: parsed.country ?? null }
}

/** Digits and plus of full width, no-break spaces, and without marks of direction: the library takes `＋` for nothing. */
const inPlainSigns = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()

const neverCalled = (written: string, never: string): ReadPhone => ({
  reason: `“${cut(written)}” is ${never}, which is never called`,
})

function readPlain(digits: string, home: string): ReadPhone | null {
  const number = digits.startsWith('+') ? digits : dialledWithin(home, digits)
  if (number === null || neverDialled(number) !== null) return null
  const { type, country } = planOf(number)
  return type === null ? null : { number, country }
}

/** True for an ISO 3166 alpha-2 code whose numbering plan is known. */
export const isCountry = (code: string): boolean => isSupportedCountry(code.toUpperCase())

/** ISO 3166 alpha-2 of an E.164 number, `null` where it belongs to no single country. */
export const countryOf = (number: E164): string | null => planOf(number).country

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
