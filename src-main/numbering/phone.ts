import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { E164 } from '../domain/ids.ts'
import { type LineType, planOf } from './plan-of.ts'

/** A number that may be dialled, or why it never is; reasons are for people. */
export type ReadPhone =
  | { readonly number: E164; readonly country: string | null }
  | { readonly reason: string }

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

/** Lines that cost the called or calling side extra, or are no person's. */
const byType = {
  PREMIUM_RATE: 'a premium-rate number',
  SHARED_COST: 'a shared-cost number',
  UAN: 'a company-wide access number',
  PAGER: 'a pager',
  VOICEMAIL: 'a voicemail access number',
  PERSONAL_NUMBER: 'a personal number that is forwarded at cost',
} as const satisfies Partial<Record<LineType, string>>

/** Calling codes without a country (ITU-T E.164, list of assigned codes): no place, so no law that could be kept. */
const byCallingCode: Readonly<Record<string, string>> = {
  800: 'an international freephone number',
  808: 'an international shared-cost number',
  870: 'a satellite telephone',
  878: 'a personal number without a country',
  881: 'a satellite telephone',
  882: 'a line of an international network, often a satellite telephone',
  883: 'a line of an international network, often a satellite telephone',
  888: 'a line of disaster relief',
  979: 'an international premium-rate number',
}

const LONGEST_SHORT_NUMBER = 6

/** Why a number is never dialled, whoever it belongs to; `null`: it may be. */
export function neverDialled(number: E164): string | null {
  const { callingCode, national, type } = planOf(number)
  if (callingCode in byCallingCode) return byCallingCode[callingCode] ?? null
  if (type !== null && type in byType) return byType[type as keyof typeof byType]
  const isShort = type === null && national.length <= LONGEST_SHORT_NUMBER
  return isShort ? 'a short number, as emergency services have' : null
}

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
