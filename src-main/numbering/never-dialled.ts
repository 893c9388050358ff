import type { E164 } from '../domain/ids.ts'
import { isBehindArea } from './behind-area.ts'
import { type LineType, planOf } from './plan-of.ts'

/** Lines that cost the called or calling side extra, or are no person's. */
export const neverDialledLines = {
  PREMIUM_RATE: 'a premium-rate number',
  SHARED_COST: 'a shared-cost number',
  UAN: 'a company-wide access number',
  PAGER: 'a pager',
  VOICEMAIL: 'a voicemail access number',
  PERSONAL_NUMBER: 'a personal number that is forwarded at cost',
} as const satisfies Partial<Record<LineType, string>>

/** Calling codes without a country (ITU-T E.164, list of assigned codes): no place, so no law that could be kept. */
export const neverDialledCodes: Readonly<Record<string, string>> = {
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
export const shortNumber = 'a short number, as emergency services have'

/** Why a number is never dialled, whoever it belongs to; `null`: it may be. */
export function neverDialled(number: E164): string | null {
  const plan = planOf(number)
  const { callingCode, national, type } = plan
  if (callingCode in neverDialledCodes) return neverDialledCodes[callingCode] ?? null
  if (type !== null && type in neverDialledLines)
    return neverDialledLines[type as keyof typeof neverDialledLines]
  if (isBehindArea(number, plan)) return 'an emergency or service number behind an area code'
  const isShort = type === null && national.length <= LONGEST_SHORT_NUMBER
  return isShort ? shortNumber : null
}
