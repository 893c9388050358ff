import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { E164 } from '../domain/ids.ts'
import type { Plan } from './plan-of.ts'

/**
 * Codes of emergency and other services that exchanges take behind an area code too: `+49 30 112` is the fire brigade
 * of Berlin. Only where a plan has subscribers with so few digits; none of them has a number that begins like these.
 */
const codes: Readonly<Record<string, RegExp>> = {
  AT: /1(?:\d\d|16\d{3}|18\d{2,3})$/,
  BD: /(?:1\d\d|999)$/,
  DE: /11(?:\d|6\d{3}|8\d{2,3})$/,
  IT: /11(?:\d|6\d{3})$/,
  KR: /1\d\d$/,
}
/** An area code and a code of six digits. */
const LONGEST = 11

/** Grouping takes the library as long as reading; it is asked about few numbers only. */
export function isBehindArea(number: E164, { country, national, type }: Plan): boolean {
  if (type !== 'FIXED_LINE' || country === null || national.length > LONGEST) return false
  const code = codes[country]
  if (code === undefined || !code.test(national)) return false
  const [, , subscriber, ...more] =
    parsePhoneNumberFromString(number)?.formatInternational().split(/[ -]/) ?? []
  return subscriber !== undefined && more.length === 0 && code.exec(subscriber)?.index === 0
}
