import type { E164 } from '../domain/ids.ts'
import type { TrunkSettings } from '../domain/trunk.ts'

/** The number as user part of a SIP URI, or `null` when it is no E.164 number. */
export const writeNumber = (number: E164, format: TrunkSettings['numberFormat']): string | null => {
  if (!isE164(number)) return null
  return format === 'e164_plus' ? number : number.slice(1)
}

/** A plus, then up to 15 digits of which the first is not 0 (ITU-T E.164 section 6). */
const isE164 = (number: string): boolean => /^\+[1-9]\d{1,14}$/.test(number)
