import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { E164 } from '../domain/ids.ts'
import { neverDialled } from './never-dialled.ts'
import { planOf } from './plan-of.ts'

/** A number that may be dialled, or why it never is; reasons are for people. */
export type ReadPhone =
  | { readonly number: E164; readonly country: string | null }
  | { readonly reason: string }

/** Written so, a number need not be read by the library, which takes ten times as long. */
const international = /^\+[1-9]\d{5,14}$/

/**
 * Reads a number as people write it.
 * @param country ISO 3166 alpha-2 of numbers written without a country code.
 */
export function readPhone(text: string, country: string): ReadPhone {
  const written = text.trim()
  if (written === '') return { reason: 'no number' }
  const asIs = international.test(written) ? planOf(written) : null
  if (asIs?.type && neverDialled(written) === null) return { number: written, country: asIs.country }
  const home = country.toUpperCase()
  const parsed = parsePhoneNumberFromString(
    written,
    isSupportedCountry(home) ? (home as CountryCode) : undefined,
  )
  if (parsed === undefined) return { reason: `“${cut(written)}” is not a telephone number` }
  const never = neverDialled(parsed.number)
  if (never !== null) return { reason: `“${cut(written)}” is ${never}, which is never called` }
  if (!parsed.isValid())
    return { reason: `“${cut(written)}” is no number that exists in ${parsed.country ?? home}` }
  return { number: parsed.number, country: parsed.country ?? null }
}

/** True for an ISO 3166 alpha-2 code whose numbering plan is known. */
export const isCountry = (code: string): boolean => isSupportedCountry(code.toUpperCase())

/** ISO 3166 alpha-2 of an E.164 number, `null` where it belongs to no single country. */
export const countryOf = (number: E164): string | null => planOf(number).country

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
