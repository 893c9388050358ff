import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { E164 } from '../domain/ids.ts'
import type { Plan } from './plan-of.ts'

/**
 * Codes of emergency and other services that exchanges may take behind an area code too: `+49 30 112` can ring at a
 * control centre in Berlin. The countries are those whose plan, as the number library has it, lets an area code and
 * three digits be a fixed line; subscribers that begin like these codes are not expected there.
 */
const plans: Readonly<Record<string, { readonly longestArea: number; readonly code: RegExp }>> = {
  AT: { longestArea: 4, code: /1(?:\d\d|16\d{3}|18\d{2,3})$/ },
  BD: { longestArea: 5, code: /(?:1\d\d|999)$/ },
  DE: { longestArea: 5, code: /11(?:\d|6\d{3}|8\d{2,3})$/ },
  IT: { longestArea: 4, code: /11(?:\d|6\d{3})$/ },
  KR: { longestArea: 2, code: /1\d\d$/ },
}

/** Grouping takes the library as long as reading; it is asked about few numbers only. */
export function isBehindArea(number: E164, { country, national, type }: Plan): boolean {
  if (type !== 'FIXED_LINE' || country === null) return false
  const plan = plans[country]
  if (plan === undefined) return false
  const { longestArea, code } = plan
  const found = code.exec(national)
  if (found === null || found.index > longestArea) return false
  const [, , subscriber, ...more] =
    parsePhoneNumberFromString(number)?.formatInternational().split(/[ -]/) ?? []
  return subscriber !== undefined && more.length === 0 && code.exec(subscriber)?.index === 0
}
