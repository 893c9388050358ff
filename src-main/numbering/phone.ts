import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { E164 } from '../domain/ids.ts'

/** A number that may be dialled, or why it never is; reasons are for people. */
export type ReadPhone =
  | { readonly number: E164; readonly country: string | null }
  | { readonly reason: string }

/** Types of ITU numbering plans that cost the called or calling side extra, or are no person's line. */
const neverDialled = {
  PREMIUM_RATE: 'a premium-rate number',
  SHARED_COST: 'a shared-cost number',
  UAN: 'a company-wide access number',
  PAGER: 'a pager',
  VOICEMAIL: 'a voicemail access number',
  PERSONAL_NUMBER: 'a personal number that is forwarded at cost',
} as const satisfies Partial<Record<string, string>>

/**
 * Reads a number as people write it.
 * @param country ISO 3166 alpha-2 of numbers written without a country code.
 */
export function readPhone(text: string, country: string): ReadPhone {
  const written = text.trim()
  if (written === '') return { reason: 'no number' }
  const home = country.toUpperCase()
  const parsed = parsePhoneNumberFromString(
    written,
    isSupportedCountry(home) ? (home as CountryCode) : undefined,
  )
  if (parsed === undefined) return { reason: `“${cut(written)}” is not a telephone number` }
  if (!parsed.isValid())
    return { reason: `“${cut(written)}” is no number that exists in ${parsed.country ?? home}` }
  const type = parsed.getType()
  if (type !== undefined && type in neverDialled)
    return {
      reason: `“${cut(written)}” is ${neverDialled[type as keyof typeof neverDialled]}, which is never called`,
    }
  return { number: parsed.number, country: parsed.country ?? null }
}

/** True for an ISO 3166 alpha-2 code whose numbering plan is known. */
export const isCountry = (code: string): boolean => isSupportedCountry(code.toUpperCase())

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** ISO 3166 alpha-2 of an E.164 number, `null` where it belongs to no single country. */
export const countryOf = (number: E164): string | null => parsePhoneNumberFromString(number)?.country ?? null
